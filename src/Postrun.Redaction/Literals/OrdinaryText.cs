namespace Postrun.Redaction.Literals;

/// <summary>How often bytes stand in logs, roughly: so that what is looked for first is what is rare.</summary>
internal static class OrdinaryText
{
    /// <summary>What one word of every log weighs against what its letters do: as much as if all of them were the most frequent.</summary>
    internal const double Common = 100.0 * 100 * 100 * 100;

    private static readonly string[] s_words =
    [
        "tokens", "tokenizer", "tokenized", "key", "keys", "step", "epoch", "loss", "grad_norm", "learning_rate", "gpu_mem", "memory", "train", "trainer", "training", "eval",
        "checkpoint", "model", "dataset", "worker", "batch", "error", "warning", "debug", "info", "kernel", "device", "address", "http", "https", "mozilla", "compatible",
        "hadoop", "blockmap", "received", "request", "response", "server", "client", "connection", "number", "name", "path", "file", "version", "python", "packages",
    ];

    private static readonly HashSet<uint> s_windows = Windows();

    /// <summary>In thousandths.</summary>
    internal static double FrequencyOf(byte value) => (char)value switch
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

    /// <summary>What part of a text four bytes are, or three, at most so much.</summary>
    internal static double FrequencyOf(ReadOnlySpan<char> window, bool ignoreCase)
    {
        var (product, folded) = (1.0, 0u);
        for (var i = window.Length - 1; i >= 0; i--)
        {
            product *= FrequencyOf((byte)window[i]) + (ignoreCase && char.IsAsciiLetter(window[i]) ? FrequencyOf((byte)(window[i] ^ 0x20)) : 0);
            folded = folded << 8 | window[i];
        }
        return s_windows.Contains(WindowFilter.Fold(folded)) ? Common : product;
    }

    private static HashSet<uint> Windows()
    {
        var windows = new HashSet<uint>();
        foreach (var word in s_words)
            for (var at = 0; at + LiteralWindow.Longest <= word.Length; at++)
                windows.Add(WindowFilter.Fold(word[at] | (uint)word[at + 1] << 8 | (uint)word[at + 2] << 16 | (uint)word[at + 3] << 24));
        return windows;
    }
}
