using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Postrun.Model;

/// <summary>
/// A Linux path: any bytes but NUL. Linux does not promise text, so neither does this type.
/// </summary>
/// <remarks>
/// Its text form is reversible: well-formed UTF-8 stands as it is, a byte that is not part of well-formed UTF-8 is
/// written <c>\xHH</c>, and a backslash is written <c>\\</c>. The text form is what documents carry.
/// </remarks>
[JsonConverter(typeof(Converter))]
public readonly struct UnixPath : IEquatable<UnixPath>, IComparable<UnixPath>
{
    private readonly byte[]? bytes;

    /// <summary>Takes ownership of <paramref name="bytes"/>; the caller must not change them afterwards.</summary>
    public UnixPath(byte[] bytes) => this.bytes = bytes;

    public UnixPath(ReadOnlySpan<byte> bytes) => this.bytes = bytes.ToArray();

    /// <summary>The path of a .NET string, encoded as UTF-8.</summary>
    public static UnixPath Of(string path) => new(Encoding.UTF8.GetBytes(path));

    public static readonly UnixPath Empty = new([]);

    /// <summary>The longest that a name can be in bytes: PATH_MAX without the NUL. NAME_MAX is 255, and FUSE allows more.</summary>
    public const int MaxName = 4095;

    public ReadOnlySpan<byte> Bytes => bytes;

    public bool IsEmpty => bytes is null or [];

    public bool IsAbsolute => bytes is [(byte)'/', ..];

    /// <summary>The last component; of the root directory and of the empty path, the path itself.</summary>
    public ReadOnlySpan<byte> Name => Bytes[(Bytes.LastIndexOf((byte)'/') + 1)..];

    /// <summary>The path without its last component; empty where there is none.</summary>
    public UnixPath Parent
    {
        get
        {
            var slash = Bytes.LastIndexOf((byte)'/');
            return slash < 0 ? Empty : slash == 0 ? new("/"u8) : new(Bytes[..slash]);
        }
    }

    /// <summary>Appends a name or a relative path; an empty one changes nothing.</summary>
    public UnixPath Join(ReadOnlySpan<byte> relative)
    {
        if (relative.IsEmpty)
            return this;
        if (IsEmpty)
            return new(relative);
        var separator = bytes![^1] == '/' ? 0 : 1;
        var joined = new byte[bytes.Length + separator + relative.Length];
        bytes.CopyTo(joined, 0);
        joined[bytes.Length] = (byte)'/';
        relative.CopyTo(joined.AsSpan(bytes.Length + separator));
        return new(joined);
    }

    /// <summary>Whether this path is <paramref name="ancestor"/> or lies beneath it, by components, not by letters.</summary>
    public bool IsWithin(UnixPath ancestor)
    {
        if (ancestor.IsEmpty)
            return !IsAbsolute;
        if (!Bytes.StartsWith(ancestor.Bytes))
            return false;
        return Bytes.Length == ancestor.Bytes.Length || ancestor.bytes![^1] == '/' || Bytes[ancestor.Bytes.Length] == '/';
    }

    /// <summary>The reversible text form.</summary>
    public override string ToString()
    {
        var rest = Bytes;
        if (Ascii.IsValid(rest) && !rest.Contains((byte)'\\'))
            return Encoding.ASCII.GetString(rest);
        var text = new StringBuilder(rest.Length);
        Span<char> units = stackalloc char[2];
        while (!rest.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(rest, out var rune, out var consumed);
            if (status != System.Buffers.OperationStatus.Done)
                foreach (var invalid in rest[..consumed])
                    text.Append("\\x").Append(invalid.ToString("X2", null));
            else if (rune.Value == '\\')
                text.Append(@"\\");
            else
                text.Append(units[..rune.EncodeToUtf16(units)]);
            rest = rest[consumed..];
        }
        return text.ToString();
    }

    /// <summary>Reads the text form back.</summary>
    /// <returns><see langword="false"/> for a NUL, a lone surrogate or a malformed escape.</returns>
    public static bool TryParse(string text, out UnixPath path)
    {
        path = Empty;
        var bytes = new List<byte>(text.Length);
        Span<byte> units = stackalloc byte[4];
        for (var i = 0; i < text.Length;)
        {
            if (text[i] != '\\')
            {
                if (text[i] == '\0' || !Rune.TryGetRuneAt(text, i, out var rune))
                    return false;
                bytes.AddRange(units[..rune.EncodeToUtf8(units)]);
                i += rune.Utf16SequenceLength;
            }
            else if (i + 1 < text.Length && text[i + 1] == '\\')
            {
                bytes.Add((byte)'\\');
                i += 2;
            }
            else if (i + 3 < text.Length && text[i + 1] == 'x'
                && byte.TryParse(text.AsSpan(i + 2, 2), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var value)
                && value != 0)
            {
                bytes.Add(value);
                i += 4;
            }
            else
                return false;
        }
        path = new([.. bytes]);
        return true;
    }

    public bool Equals(UnixPath other) => Bytes.SequenceEqual(other.Bytes);

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is UnixPath other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Bytes);
        return hash.ToHashCode();
    }

    /// <summary>Byte order, as <c>memcmp</c> gives it.</summary>
    public int CompareTo(UnixPath other) => Bytes.SequenceCompareTo(other.Bytes);

    public static bool operator ==(UnixPath left, UnixPath right) => left.Equals(right);

    public static bool operator !=(UnixPath left, UnixPath right) => !left.Equals(right);

    public static bool operator <(UnixPath left, UnixPath right) => left.CompareTo(right) < 0;

    public static bool operator <=(UnixPath left, UnixPath right) => left.CompareTo(right) <= 0;

    public static bool operator >(UnixPath left, UnixPath right) => left.CompareTo(right) > 0;

    public static bool operator >=(UnixPath left, UnixPath right) => left.CompareTo(right) >= 0;

    public sealed class Converter : JsonConverter<UnixPath>
    {
        public override UnixPath Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString() ?? "", out var path) ? path : throw new JsonException("not a path: a malformed escape");

        public override void Write(Utf8JsonWriter writer, UnixPath value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
