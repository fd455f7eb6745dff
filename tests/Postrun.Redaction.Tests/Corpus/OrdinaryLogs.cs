using System.Globalization;
using System.Text;
using Postrun.Redaction.Tests.Samples;

namespace Postrun.Redaction.Tests.Corpus;

/// <summary>Lines of logs that hold nothing personal and nothing secret, but much that looks a little like it.</summary>
internal static class OrdinaryLogs
{
    private static readonly Func<Dice, string>[] Kinds =
    [
        static dice => $"2026-11-24 {Clock(dice)},{dice.Of(Dice.Digits, 3)} INFO step={dice.Next(1_000_000)} loss={Fraction(dice, 4)} lr={Fraction(dice, 1)}e-0{dice.Next(9)} tokens/s={dice.Next(1_000_000)} gpu_mem={dice.Next(80)}.{dice.Of(Dice.Digits, 2)}GiB",
        static dice => $"Epoch {dice.Next(100)}: {dice.Next(100)}%|{new string('█', dice.Next(20))}| {dice.Next(5000)}/{5000 + dice.Next(5000)} [0{dice.Next(9)}:{dice.Of("012345", 1)}{dice.Next(10)}<0{dice.Next(9)}:{dice.Of("012345", 1)}{dice.Next(10)}, {Fraction(dice, 2)}it/s, v_num={dice.Next(99)}, train_loss={Fraction(dice, 3)}]",
        static dice => $"{{'loss': {Fraction(dice, 4)}, 'grad_norm': {Fraction(dice, 16)}, 'learning_rate': {dice.Next(9)}.{dice.Of(Dice.Digits, 15)}e-05, 'epoch': {Fraction(dice, 2)}}}",
        static dice => $"tensor([[{Signed(dice, 4)}, {Signed(dice, 4)}, {Signed(dice, 4)}],\t[{Signed(dice, 4)}, {Signed(dice, 4)}]], device='cuda:{dice.Next(8)}', grad_fn=<AddmmBackward0>)",
        static dice => $"[{string.Join(' ', Enumerable.Range(0, 6 + dice.Next(9)).Select(_ => dice.Next(50_257).ToString("0", CultureInfo.InvariantCulture)))}]",
        static dice => $"input_ids: [{string.Join(", ", Enumerable.Range(0, 12).Select(_ => dice.Next(128_000)))}]",
        static dice => $"torch.Size([{dice.Next(64)}, {dice.Next(4096)}, {dice.Next(4096)}]) -> (512) 1024 ({dice.Next(99)}) {dice.Next(9)}",
        static dice => $"{Address(dice)} - - [24/Nov/2026:{Clock(dice)} +0000] \"GET /api/v1/runs/{Uuid(dice)}?limit={dice.Next(500)} HTTP/1.1\" {dice.Pick(200, 204, 304, 404, 500)} {dice.Next(5_000_000)} \"-\" \"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{90 + dice.Next(40)}.0.{dice.Next(7000)}.{dice.Next(200)} Safari/537.36\"",
        static dice => $"{Address(dice)} - - [01/Jul/1995:{Clock(dice)} -0400] \"GET /images/{dice.Of(Dice.Lower, 4, 12)}-logo.gif HTTP/1.0\" 200 {dice.Next(90_000)}",
        static dice => $"[{dice.Next(100_000),6}.{dice.Of(Dice.Digits, 6)}] pci 0000:{dice.Of(Dice.Hexadecimal, 2)}:{dice.Of("01", 2)}.{dice.Next(8)}: [10de:{dice.Of(Dice.Hexadecimal, 4)}] type 00 class 0x030200",
        static dice => $"[{dice.Next(100_000),6}.{dice.Of(Dice.Digits, 6)}] BIOS-e820: [mem 0x{dice.Of(Dice.Hexadecimal, 16)}-0x{dice.Of(Dice.Hexadecimal, 16)}] usable",
        static dice => $"[{dice.Next(100_000),6}.{dice.Of(Dice.Digits, 6)}] NVRM: loading NVIDIA UNIX x86_64 Kernel Module  {500 + dice.Next(99)}.{dice.Next(200)}.{dice.Of(Dice.Digits, 2)}  Thu Jun  5 {Clock(dice)} UTC 2025",
        static dice => $"Nov 24 {Clock(dice)} node{dice.Next(64)} kernel: eth0: renamed from veth{dice.Of(Dice.Hexadecimal, 7)} {dice.Of(Dice.Digits, 4)} {dice.Of(Dice.Digits, 4)}",
        static dice => $"081109 {dice.Of(Dice.Digits, 6)} {dice.Next(999)} INFO dfs.DataNode$PacketResponder: Received block blk_-{dice.Of("123456789", 1)}{dice.Of(Dice.Digits, 18)} of size 67108864 from /{Address(dice)}",
        static dice => $"2015-10-18 {Clock(dice)},{dice.Of(Dice.Digits, 3)} INFO [main] org.apache.hadoop.mapreduce.v2.app.MRAppMaster: Created MRAppMaster for application appattempt_{1_445_144_000_000L + dice.Next(999_999_999)}_00{dice.Of(Dice.Digits, 2)}_00000{dice.Next(9)}",
        static dice => $"2015-10-18 {Clock(dice)},{dice.Of(Dice.Digits, 3)} INFO [RMCommunicator Allocator] Task: attempt_{1_445_144_000_000L + dice.Next(999_999_999)}_0001_m_{dice.Of(Dice.Digits, 6)}_0 MININT-{dice.Of(Dice.Digits + Dice.Upper, 7)}.fareast.corp:{dice.Of("1234", 1)}{dice.Of(Dice.Digits, 4)}",
        static dice => $"Collecting nvidia-cudnn-cu12==9.{dice.Next(9)}.0.{dice.Next(99)} (from torch=={1 + dice.Next(2)}.{dice.Next(9)}.{dice.Next(9)})",
        static dice => $"  Downloading nvidia_cublas_cu12-12.{dice.Next(9)}.{dice.Next(9)}.{dice.Next(99)}-py3-none-manylinux2014_x86_64.whl ({dice.Next(900)}.{dice.Next(9)} MB)",
        static dice => $"Successfully installed numpy-1.{dice.Next(30)}.{dice.Next(9)} opencv-python-4.{dice.Next(9)}.0.{dice.Next(99)} protobuf-3.20.{dice.Next(9)}",
        static dice => $"commit {dice.Of(Dice.Hexadecimal, 40)} (HEAD -> main, tag: v{dice.Next(9)}.{dice.Next(99)}.{dice.Next(9)})",
        static dice => $" src/{dice.Of(Dice.Lower, 3, 9)}/{dice.Of(Dice.Lower, 3, 9)}.py | {dice.Next(400)} ++++++-----  index {dice.Of(Dice.Hexadecimal, 7)}..{dice.Of(Dice.Hexadecimal, 7)} 100644",
        static dice => $"remote: Enumerating objects: {dice.Next(9999)}, done. From git@github.com:{dice.Of(Dice.Lower, 6)}/{dice.Of(Dice.Lower, 6)}.git",
        static dice => $"{dice.Of(Dice.Hexadecimal, 64)}  checkpoint-{dice.Next(99_999)}/model-0000{dice.Next(9)}-of-0000{dice.Next(9)}.safetensors",
        static dice => $"Digest: sha256:{dice.Of(Dice.Hexadecimal, 64)} Status: {Uuid(dice)} md5={dice.Of(Dice.Hexadecimal, 32)}",
        static dice => $"<img src=\"data:image/png;base64,iVBORw0KGgo{dice.Of(Dice.Base64, 120, 400)}==\">",
        static dice => $"http_request_duration_seconds_bucket{{handler=\"/metrics\",le=\"{Fraction(dice, 3)}\"}} {dice.Next(99_999)} {1_764_000_000_000L + dice.Next(999_999_999)}",
        static dice => $"process_resident_memory_bytes {dice.Next(9)}.{dice.Of(Dice.Digits, 8)}e+0{dice.Next(9)}  node_network_receive_bytes_total{{device=\"eth0\"}} {dice.Of("123456789", 1)}{dice.Of(Dice.Digits, 8, 14)}",
        static dice => $"{dice.Next(60)}m Normal Scheduled pod/train-{dice.Of(Dice.Hexadecimal, 10)}-{dice.Of(Dice.Lower, 5)} Successfully assigned ml/train to ip-10-{dice.Next(255)}-{dice.Next(255)}-{dice.Next(255)}.ec2.internal",
        static dice => $"I1124 {Clock(dice)}.{dice.Of(Dice.Digits, 6)} {dice.Of(Dice.Digits, 5)} kubelet.go:{dice.Next(3000)}] \"SyncLoop (PLEG)\" pod=\"{Uuid(dice)}\" latency={Fraction(dice, 6)}s health check {1_764_000_000L + dice.Next(999_999)}",
        static dice => $"{dice.Of(Dice.Lower, 4)}:{dice.Of(Dice.Digits, 5)}:{dice.Of(Dice.Digits, 5)} [{dice.Next(8)}] NCCL INFO Channel 0{dice.Next(9)}/0 : {dice.Next(8)}[{dice.Next(8)}] -> {dice.Next(8)}[{dice.Next(8)}] via P2P/CUMEM commId 0x{dice.Of(Dice.Hexadecimal, 16)}",
        static dice => $"  File \"/usr/lib/python3.{dice.Next(14)}/site-packages/torch/nn/modules/module.py\", line {dice.Next(2000)}, in _call_impl",
        static dice => $"RuntimeError: CUDA error: device-side assert triggered at ../aten/src/ATen/native/cuda/IndexKernel.cu:{dice.Next(99)}: block: [{dice.Next(999)},0,0], thread: [{dice.Next(99)},0,0]",
        static dice => $"| {dice.Next(8)}  N/A {dice.Next(90)}C P0 {dice.Next(400)}W / 700W | {dice.Next(81_559)}MiB / 81559MiB | {dice.Next(100)}% Default | 0000000{dice.Next(9)}:{dice.Of(Dice.Hexadecimal, 2)}:00.0 Off |",
        static dice => $"{dice.Of(Dice.Digits, 4)}-{dice.Of(Dice.Digits, 4)} {dice.Of(Dice.Digits, 7)} {dice.Of(Dice.Digits, 9)} {dice.Of(Dice.Digits, 12)} read {dice.Of("123456789", 1)}{dice.Of(Dice.Digits, 10)} bytes in {Fraction(dice, 9)}s",
        static dice => $"{{\"ts\":{1_764_000_000L + dice.Next(999_999)}.{dice.Of(Dice.Digits, 6)},\"trace_id\":\"{dice.Of(Dice.Hexadecimal, 32)}\",\"span_id\":\"{dice.Of(Dice.Hexadecimal, 16)}\",\"msg\":\"cache hit\",\"ns\":{1_764_000_000_000_000_000L + dice.Next(999_999_999)}}}",
    ];

    /// <summary>So many lines; the same ones of the same seed.</summary>
    internal static byte[] Lines(int count, int seed)
    {
        var dice = new Dice(seed);
        var text = new StringBuilder();
        for (var line = 0; line < count; line++)
            text.Append(Line(dice, line)).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>A line of the kind that is next in turn.</summary>
    internal static string Line(Dice dice, int turn) => Kinds[turn % Kinds.Length](dice);

    private static string Clock(Dice dice) => $"{dice.Next(24):00}:{dice.Next(60):00}:{dice.Next(60):00}";

    private static string Fraction(Dice dice, int digits) => $"{dice.Next(20)}.{dice.Of(Dice.Digits, digits)}";

    private static string Signed(Dice dice, int digits) => $"{dice.Pick("-", " ")}{dice.Next(3)}.{dice.Of(Dice.Digits, digits)}";

    private static string Address(Dice dice) => dice.Pick(
        $"10.{dice.Next(256)}.{dice.Next(256)}.{dice.Next(256)}", $"192.168.{dice.Next(256)}.{dice.Next(256)}", $"172.{16 + dice.Next(16)}.{dice.Next(256)}.{dice.Next(256)}",
        $"192.0.2.{dice.Next(256)}", $"198.51.100.{dice.Next(256)}", $"203.0.113.{dice.Next(256)}", "127.0.0.1");

    internal static string Uuid(Dice dice) =>
        $"{dice.Of(Dice.Hexadecimal, 8)}-{dice.Of(Dice.Hexadecimal, 4)}-4{dice.Of(Dice.Hexadecimal, 3)}-{dice.Of("89ab", 1)}{dice.Of(Dice.Hexadecimal, 3)}-{dice.Of(Dice.Hexadecimal, 12)}";
}
