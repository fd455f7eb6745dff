using System.Text;

namespace Postrun.Model;

/// <summary>
/// The payload of <see cref="JournalFrameKind.Left"/> and <see cref="JournalFrameKind.Retracted"/>: which entry stays.
/// </summary>
/// <param name="Directory">Relative to the root.</param>
/// <param name="Name">Empty for the directory itself.</param>
/// <param name="Step">The step it belonged to.</param>
/// <param name="Reason">Of no meaning where it is only retracted.</param>
public sealed record LeftFrame(int Root, UnixPath Directory, UnixPath Name, int Step, LeftReason Reason, string Detail)
{
    public byte[] ToBytes()
    {
        var detail = Encoding.UTF8.GetBytes(Detail);
        var target = new byte[6 * Varint.MaxLength + Directory.Bytes.Length + Name.Bytes.Length + detail.Length];
        var length = Varint.Write(target, (ulong)Root);
        Append(Directory.Bytes);
        Append(Name.Bytes);
        length += Varint.Write(target.AsSpan(length), (ulong)Step);
        length += Varint.Write(target.AsSpan(length), (ulong)Reason);
        Append(detail);
        return target[..length];

        void Append(ReadOnlySpan<byte> bytes)
        {
            length += Varint.Write(target.AsSpan(length), (ulong)bytes.Length);
            bytes.CopyTo(target.AsSpan(length));
            length += bytes.Length;
        }
    }

    /// <exception cref="InvalidDataException">malformed</exception>
    public static LeftFrame Read(ReadOnlySpan<byte> payload)
    {
        var root = (int)Varint.Read(ref payload);
        var directory = Varint.ReadBytes(ref payload);
        var name = Varint.ReadBytes(ref payload);
        var step = (int)Varint.Read(ref payload);
        var reason = (LeftReason)Varint.Read(ref payload);
        return new(root, new(directory), new(name), step, reason, Encoding.UTF8.GetString(Varint.ReadBytes(ref payload)));
    }
}

/// <summary>The payload of <see cref="JournalFrameKind.Pin"/>: a file of the evidence and its further name.</summary>
/// <param name="Path">Relative to the root.</param>
/// <param name="Number">Its name in the directory of pins.</param>
public sealed record PinFrame(int Root, UnixPath Path, ulong Inode, int Number)
{
    public byte[] ToBytes()
    {
        var target = new byte[4 * Varint.MaxLength + Path.Bytes.Length + Varint.MaxLength];
        var length = Varint.Write(target, (ulong)Root);
        length += Varint.Write(target.AsSpan(length), (ulong)Path.Bytes.Length);
        Path.Bytes.CopyTo(target.AsSpan(length));
        length += Path.Bytes.Length;
        length += Varint.Write(target.AsSpan(length), Inode);
        length += Varint.Write(target.AsSpan(length), (ulong)Number);
        return target[..length];
    }

    /// <exception cref="InvalidDataException">malformed</exception>
    public static PinFrame Read(ReadOnlySpan<byte> payload)
    {
        var root = (int)Varint.Read(ref payload);
        var path = new UnixPath(Varint.ReadBytes(ref payload));
        return new(root, path, Varint.Read(ref payload), (int)Varint.Read(ref payload));
    }
}
