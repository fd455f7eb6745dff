using System.Text;
using CsCheck;

namespace Postrun.Model.Tests;

public sealed class ResidueKindsTests
{
    [Theory]
    [InlineData("checkpoints/step-100/state.bin", ResidueKind.Checkpoint)]
    [InlineData("checkpoint-500/rng_state.json", ResidueKind.Checkpoint)]
    [InlineData("out/global_step1000/mp_rank_00", ResidueKind.Checkpoint)]
    [InlineData("ckpt/a", ResidueKind.Checkpoint)]
    [InlineData("last.ckpt", ResidueKind.Checkpoint)]
    [InlineData("model.pt", ResidueKind.Checkpoint)]
    [InlineData("tmp/model.pth", ResidueKind.Checkpoint)]
    [InlineData("model-00001-of-00002.safetensors", ResidueKind.Checkpoint)]
    [InlineData("optimizer_0.bin", ResidueKind.Checkpoint)]
    [InlineData("checkpoints", ResidueKind.Checkpoint)]
    [InlineData("datasets/a/b.csv", ResidueKind.Dataset)]
    [InlineData("merged/train.parquet", ResidueKind.Dataset)]
    [InlineData("x.arrow", ResidueKind.Dataset)]
    [InlineData("x.tfrecord", ResidueKind.Dataset)]
    [InlineData("data/merged/train.jsonl", ResidueKind.Dataset)]
    [InlineData("reports/scores.jsonl", ResidueKind.Other)]
    [InlineData("train.log", ResidueKind.Log)]
    [InlineData("logs/rank0", ResidueKind.Log)]
    [InlineData("runs/events.out.tfevents.1700000000.host.1.0", ResidueKind.Log)]
    [InlineData("lightning_logs/version_0/hparams.yaml", ResidueKind.Log)]
    [InlineData("slurm-1234.out", ResidueKind.Log)]
    [InlineData("slurm-1234.err", ResidueKind.Log)]
    [InlineData("core", ResidueKind.Dump)]
    [InlineData("core.4711", ResidueKind.Dump)]
    [InlineData("core.python.4711", ResidueKind.Dump)]
    [InlineData("src/core.py", ResidueKind.Other)]
    [InlineData("core/model.py", ResidueKind.Other)]
    [InlineData("crash.dmp", ResidueKind.Dump)]
    [InlineData("gpu.nvcudmp", ResidueKind.Dump)]
    [InlineData("java.hprof", ResidueKind.Dump)]
    [InlineData("dumps/batch.pickle", ResidueKind.Dump)]
    [InlineData("dump-3.pickle", ResidueKind.Dump)]
    [InlineData("vocabulary.pickle", ResidueKind.Other)]
    [InlineData("previews/a.webp", ResidueKind.Preview)]
    [InlineData("samples/a.txt", ResidueKind.Preview)]
    [InlineData("outputs/1/a.png", ResidueKind.Preview)]
    [InlineData("outputs/1/a.mp4", ResidueKind.Preview)]
    [InlineData("figures/a.png", ResidueKind.Other)]
    [InlineData(".cache/x", ResidueKind.Cache)]
    [InlineData("src/__pycache__/a.cpython-312.pyc", ResidueKind.Cache)]
    [InlineData("a.pyc", ResidueKind.Cache)]
    [InlineData(".ipynb_checkpoints/a.ipynb", ResidueKind.Cache)]
    [InlineData("pip/http-v2/a", ResidueKind.Cache)]
    [InlineData("huggingface/hub/models--x--y/blobs/model.safetensors", ResidueKind.Cache)]
    [InlineData("tmp/x", ResidueKind.Temporary)]
    [InlineData("temp/x", ResidueKind.Temporary)]
    [InlineData("scratch/merge/part-0", ResidueKind.Temporary)]
    [InlineData("x.tmp", ResidueKind.Temporary)]
    [InlineData(".x.swp", ResidueKind.Temporary)]
    [InlineData("notes.md~", ResidueKind.Temporary)]
    [InlineData(".~lock.report.ods#", ResidueKind.Temporary)]
    [InlineData("logs/tmp/x", ResidueKind.Temporary)]
    [InlineData("tmp/logs/x", ResidueKind.Log)]
    [InlineData("model_card.md", ResidueKind.Other)]
    [InlineData("", ResidueKind.Other)]
    [InlineData(".", ResidueKind.Other)]
    [InlineData("a.", ResidueKind.Other)]
    [InlineData("template/x", ResidueKind.Other)]
    public void Tells_the_kind_by_the_path(string path, ResidueKind expected) =>
        ResidueKinds.Classify(Encoding.UTF8.GetBytes(path), inCache: false).ShouldBe(expected);

    [Fact]
    public void Everything_in_a_cache_is_cache() =>
        ResidueKinds.Classify("hub/models--x--y/blobs/model.safetensors"u8, inCache: true).ShouldBe(ResidueKind.Cache);

    [Fact]
    public void Any_bytes_are_a_path() =>
        Gen.Byte.Array[0, 60].Sample(path => Enum.IsDefined(ResidueKinds.Classify(path, inCache: false)));

    [Fact]
    public void Allocates_nothing()
    {
        var path = "outputs/run-1/checkpoints/step_100/model.safetensors"u8;
        ResidueKinds.Classify(path, inCache: false);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            ResidueKinds.Classify(path, inCache: false);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }
}
