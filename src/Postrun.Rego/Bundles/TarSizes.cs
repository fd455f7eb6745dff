namespace Postrun.Rego;

/// <summary>
/// The reader of archives takes as much memory for an extended header as that header says it has: 2 GiB, in an archive of
/// one kilobyte.
/// </summary>
internal static class TarSizes
{
    private const int Block = 512;

    /// <summary>Whether every extended header ends within the archive. What else may be wrong the reader says.</summary>
    public static bool Fit(ReadOnlySpan<byte> archive)
    {
        while (archive.Length >= Block && archive[..Block].ContainsAnyExcept((byte)0))
        {
            var type = archive[156];
            var size = type is (byte)'1' or (byte)'2' or (byte)'3' or (byte)'4' or (byte)'5' or (byte)'6' ? 0 : Size(archive.Slice(124, 12));
            archive = archive[Block..];
            if (size > archive.Length)
                return type is not ((byte)'x' or (byte)'g' or (byte)'L' or (byte)'K');
            archive = archive[(int)Math.Min((size + Block - 1) / Block * Block, archive.Length)..];
        }
        return true;
    }

    /// <summary>In octal digits; or, where the first bit is set, in binary.</summary>
    private static long Size(ReadOnlySpan<byte> field)
    {
        long size = 0;
        if (field[0] >= 0x80)
        {
            foreach (var part in field[1..])
                size = size > long.MaxValue >> 8 ? long.MaxValue : (size << 8) | part;
            return size;
        }
        foreach (var digit in field)
        {
            if (digit is >= (byte)'0' and <= (byte)'7')
                size = (size << 3) | (uint)(digit - '0');
        }
        return size;
    }
}
