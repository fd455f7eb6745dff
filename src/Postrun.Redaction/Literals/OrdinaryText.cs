using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Postrun.Redaction.Literals;

/// <summary>How often bytes stand in logs, roughly: so that what is looked for first is what is rare.</summary>
internal static class OrdinaryText
{
    /// <summary>What every log has. Of what it has not, the letters are counted: words of other logs are made of the same.</summary>
    private const string Lines = """
        2026-11-24 02:28:21,071 INFO  trainer: step=354501 epoch=354 loss=0.7225 grad_norm=0.407 lr=3.06e-05 tokens/s=115177 gpu_mem=7.28GiB
        2026-11-24 02:28:23,303 DEBUG dataloader: worker 3 fetched batch 354503 from /data/shards/shard-04183.tar (1027282 bytes) in 0.899s
        10.0.235.100 - - [24/Nov/2026:02:28:30 +0000] "GET /api/v1/metrics HTTP/1.1" 200 65154 "-" "Mozilla/5.0 (X11; Linux x86_64; compatible) Chrome/1.53.0 Safari/537.36"
        [994385.313710] nvidia-nvlink: GPU 5: link 14 state changed, kernel: pci 0000:3b:00.0: BIOS-e820: [mem 0x0000000000001000] usable
        {"time": "2026-11-24T02:28:36Z", "level": "info", "msg": "request completed", "status": 200, "duration": 0.036, "name": "worker", "id": 7, "version": "1.2.3"}
        WARNING: [rank1] NCCL timeout on communicator 0x8051666e2700, retrying in 28s; ERROR: connection to server refused: address already in use
        tensor([[0.3154, 1.9669, -1.1154, 0.6398, -0.5431]], device='cuda:0', grad_fn=<AddBackward0>)
        INFO checkpoint: saved /workspace/ckpt/step-354516.safetensors sha256=3a2571e8a2849a9eb93335806c025697c8eef5dac673d9f274a0955a8674d318
          File "/usr/lib/python3.12/site-packages/torch/nn/modules/module.py", line 1736, in _call_impl
        {'loss': 0.4512, 'grad_norm': 1.9921875, 'learning_rate': 4.85e-05, 'epoch': 0.32, 'train_runtime': 12.5, 'train_samples_per_second': 85.3}
        Epoch 12:  45%|####      | 1234/5000 [01:23<02:45, 15.12it/s, v_num=3, train_loss=0.693, val_accuracy=0.871]
        Downloading https://huggingface.co/models/config.json: 100%; Collecting numpy>=1.26 (from torch==2.4.0); Successfully installed packages; Using cached
        Nov 24 02:28:36 node12 systemd[1]: Started Session 5 of user root. Received request for http://localhost:8080/health from client, response sent
        run 1f2d3c4b-5a69-7788-99aa-bbccddeeff00 attn_implementation=flash_attention_2 tokenizer=PreTrainedTokenizerFast(vocab_size=32000, model_max_length=4096)
        org.apache.hadoop.hdfs.server.DataNode: Received block blk_-1608999687919862906 of size 67108864; container pod/train-7d9f assigned; cache hit
        Loading dataset shards: evaluation step 100 of 2000; training started; gradient accumulation; number of parameters: 7,241,732,096; memory allocated
        key keys tokenized blockmap driver process device thread input output read write debug number file path total index object class type value array list
        """;

    private static readonly byte[] s_text = Encoding.ASCII.GetBytes(Lines);

    /// <summary>How often a window stands in the lines, without the case of letters.</summary>
    private static readonly Dictionary<uint, int> s_windows = Windows();

    /// <summary>For each half of a byte, each place and each value of it, where it stands in the lines: one bit for each window of them.</summary>
    private static readonly ulong[][] s_places = [.. Enumerable.Range(0, Halves * 16).Select(static row => PlacesOf(row / 64, row / 16 % 4, row % 16))];

    /// <summary>What part of all bytes has such a lower half, and then such an upper half.</summary>
    private static readonly double[] s_halves =
    [
        .. Enumerable.Range(0, 16).Select(static low => Enumerable.Range(0, 16).Sum(high => FrequencyOf((byte)(high << 4 | low))) / 1000),
        .. Enumerable.Range(0, 16).Select(static high => Enumerable.Range(0, 16).Sum(low => FrequencyOf((byte)(high << 4 | low))) / 1000),
    ];

    /// <summary>What <see cref="s_halves"/> add up to, eight of them at a time: one bit a value.</summary>
    private static readonly double[][] s_sums =
    [
        .. Enumerable.Range(0, 4).Select(static eight => Enumerable.Range(0, 256)
            .Select(values => Enumerable.Range(0, 8).Sum(value => (values >> value & 1) * s_halves[(eight * 8) + value])).ToArray()),
    ];

    private const int Halves = 2 * LiteralWindow.Longest;

    private static int Count => s_text.Length - LiteralWindow.Longest + 1;

    /// <summary>So many words have one bit for each, and fill registers.</summary>
    private static int WordCount => (Count + 255) / 256 * 4;

    /// <summary>What part of a text a window is, at most so much.</summary>
    internal static double FrequencyOf(LiteralWindow window)
    {
        var product = 1.0;
        for (var place = 0; place < window.Length; place++)
        {
            var (first, second) = window.BytesAt(place);
            product *= (FrequencyOf(first) + (second == first ? 0 : FrequencyOf(second))) / 1000;
        }
        return product + ((double)s_windows.GetValueOrDefault(window.Folded) / Count);
    }

    /// <summary>The windows of the lines that have such halves, one bit each: the lower halves place by place, then the upper ones.</summary>
    internal static ulong[][] PlacesOf(NibbleWindow window)
    {
        var places = new ulong[Halves][];
        for (var half = 0; half < Halves; half++)
        {
            places[half] = new ulong[WordCount];
            Add(places[half], half, window.HalvesAt(half));
        }
        return places;
    }

    /// <summary>What part of a text has such halves.</summary>
    /// <param name="places">Those of a part of the halves.</param>
    /// <param name="further">The others.</param>
    internal static double FrequencyOf(NibbleWindow window, ulong[][] places, NibbleWindow further)
    {
        Span<ulong> left = stackalloc ulong[WordCount];
        Span<ulong> one = stackalloc ulong[left.Length];
        left.Fill(ulong.MaxValue);
        for (var half = 0; half < Halves; half++)
        {
            if (window.HalvesAt(half) == NibbleWindow.Any)
                continue;
            places[half].CopyTo(one);
            Add(one, half, further.HalvesAt(half));
            var all = MemoryMarshal.Cast<ulong, Vector256<ulong>>(left);
            var these = MemoryMarshal.Cast<ulong, Vector256<ulong>>(one);
            for (var i = 0; i < all.Length; i++)
                all[i] &= these[i];
        }
        var count = 0;
        foreach (var word in left)
            count += BitOperations.PopCount(word);
        // Measured: words of the lines alone would let those of other logs pass.
        return ((double)count / Count) + (0.3 * Product(window));
    }

    private static void Add(Span<ulong> places, int half, uint values)
    {
        for (; values != 0; values &= values - 1)
        {
            var row = s_places[(half * 16) + BitOperations.TrailingZeroCount(values)];
            var all = MemoryMarshal.Cast<ulong, Vector256<ulong>>(places);
            var these = MemoryMarshal.Cast<ulong, Vector256<ulong>>(row.AsSpan());
            for (var i = 0; i < all.Length; i++)
                all[i] |= these[i];
        }
    }

    /// <summary>As if no half of a byte depended on another.</summary>
    private static double Product(NibbleWindow window)
    {
        var product = 1.0;
        for (var half = 0; half < Halves; half++)
        {
            var (sums, values) = (half / LiteralWindow.Longest * 2, window.HalvesAt(half));
            product *= s_sums[sums][values & 0xFF] + s_sums[sums + 1][values >> 8];
        }
        return product;
    }

    /// <summary>In thousandths.</summary>
    private static double FrequencyOf(byte value) => (char)value switch
    {
        ' ' => 120,
        >= '0' and <= '9' => 25,
        '.' => 30,
        ':' or '=' or '-' or '/' or '"' => 15,
        '_' or ',' => 12,
        'e' or 't' or 'a' or 'o' or 'i' or 'n' or 's' or 'r' => 35,
        'l' or 'c' or 'd' or 'p' or 'm' or 'g' or 'u' => 20,
        >= 'a' and <= 'z' => 8,
        >= 'A' and <= 'Z' => 4,
        _ => 2,
    };

    private static Dictionary<uint, int> Windows()
    {
        var windows = new Dictionary<uint, int>();
        for (var length = LiteralWindow.Shortest; length <= LiteralWindow.Longest; length++)
            for (var at = 0; at + length <= s_text.Length; at++)
            {
                var folded = new LiteralWindow(new(Lines, IgnoreCase: false), at, length).Folded;
                windows[folded] = windows.GetValueOrDefault(folded) + 1;
            }
        return windows;
    }

    private static ulong[] PlacesOf(int upper, int place, int value)
    {
        var places = new ulong[WordCount];
        for (var at = 0; at < Count; at++)
            if ((s_text[at + place] >> (4 * upper) & 15) == value)
                places[at / 64] |= 1UL << at;
        return places;
    }
}
