using System.Security.Cryptography;
using Postrun.Redaction.UserRules;

namespace Postrun.Cli.Pipeline;

/// <summary>Rules and key from the files that somebody names.</summary>
internal static class RedactionRules
{
    /// <summary>Of a key, in bytes.</summary>
    private const int KeyLength = 32;

    /// <summary>Whatever is longer is something else.</summary>
    private const int LargestKeyFile = 64 * 1024;

    private const string MakeOne = "'head -c 32 /dev/urandom > FILE' makes one";

    /// <exception cref="CommandException">a file cannot be read or is wrong: all errors are named</exception>
    public static RuleSelection Read(string[]? files, byte[]? key)
    {
        var read = (files ?? []).Select(static path => new RuleFile(path, OperatorFile.Read(path, SourceLimit, $"rules {path}", "name a file of rules"))).ToList();
        var result = RuleFiles.Read(read);
        if (result.Selection is not { } selection)
            throw CommandException.Usage(string.Join('\n', result.Errors));
        if (selection.NamesFingerprints && key is null)
            throw CommandException.Usage($"the rules allow values by their fingerprints, which only the key tells that made them: give it with --key FILE; {MakeOne}");
        return key is null ? selection : selection.With(key);
    }

    /// <summary>The key in a file; null where none is named.</summary>
    /// <exception cref="CommandException">it cannot be read, or is no key</exception>
    public static byte[]? Key(string? file)
    {
        if (file is null)
            return null;
        var content = OperatorFile.Read(file, LargestKeyFile, $"key {file}", MakeOne);
        if (content.Length == KeyLength)
            return content;
        var digits = content.AsSpan().Trim(" \t\r\n"u8);
        var key = new byte[KeyLength];
        return digits.Length == 2 * KeyLength && Convert.FromHexString(digits, key, out _, out _) == System.Buffers.OperationStatus.Done
            ? key
            : throw CommandException.Usage($"key {file}: is neither 32 bytes nor 64 hexadecimal digits; {MakeOne}");
    }

    /// <summary>The key, where fingerprints have to be the same in every run.</summary>
    /// <exception cref="CommandException">there is none</exception>
    public static byte[] Require(byte[]? key, string option) => key
        ?? throw CommandException.Usage($"{option} needs --key FILE: fingerprints are made with a key, and without one they differ from run to run; {MakeOne}, to be kept where the other secrets are");

    /// <summary>A key for this run alone.</summary>
    public static byte[] Fresh() => RandomNumberGenerator.GetBytes(KeyLength);

    /// <summary>More than a file of rules may have, so that the reader says so.</summary>
    private const int SourceLimit = 2 << 20;
}
