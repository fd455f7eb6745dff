using System.Security.Cryptography;
using System.Text;
using Postrun.Model;

namespace Postrun.Actions;

/// <summary>
/// Tells whether the value of a credential is still the one of which something is known: under one name another one may be by the next run. It
/// is for the log and the journal, which only their owner reads, and stands in no report.
/// </summary>
public static class ValuePrint
{
    private const int Digits = 16;

    /// <returns>A hash keyed by what is registered: 16 hexadecimal digits; <see langword="null"/> where it has no value, or none that can be read now</returns>
    public static string? Of(RunCredential credential, ValueReader values) => credential.Value is { } source && values.TryRead(source, out var value, out _)
        ? Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes($"{credential.Name}\n{credential.RegisteredAt:O}"), Encoding.UTF8.GetBytes(value)))[..Digits]
        : null;
}
