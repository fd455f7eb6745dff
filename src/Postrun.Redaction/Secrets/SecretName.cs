using System.Collections.Frozen;

namespace Postrun.Redaction.Secrets;

/// <summary>Tells names of secrets from names of what belongs to secrets: where they are, how long, until when.</summary>
internal static class SecretName
{
    private const int LongestWord = 24;

    /// <summary>As the last word of a name, each says that the value is no secret.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_last = Words(
        "file", "filename", "path", "name", "url", "uri", "id", "ids", "type", "length", "len", "count", "size", "limit", "expiry", "expires",
        "expiration", "expire", "ttl", "policy", "regex", "pattern", "prompt", "field", "label", "hint", "env", "var", "format", "prefix",
        "suffix", "index", "class", "provider", "manager", "store", "ref", "version", "age", "timeout", "title", "text", "placeholder",
        "required", "enabled", "status", "usage", "endpoint", "location", "dir", "directory", "arn", "alg", "algorithm", "input", "error",
        "message", "msg", "help", "description", "at", "date", "time", "strength", "rate", "mask", "tokens", "passwords", "secrets", "engine",
        "backend", "scope", "kind", "namespace", "column", "header", "param", "parameter", "option", "options", "rule", "rules", "valid",
        "validator", "reset", "min", "max", "mode", "issuer", "audience", "subject", "encoder", "hasher", "owner", "service", "host",
        "interval", "attempts", "characters", "chars", "bits", "bytes", "policies", "rotation", "list", "map", "request", "response", "mgr", "realm", "spec", "project");

    /// <summary>Anywhere in a name, each says so.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_any = Words(
        "public", "publickey", "num", "max", "min", "total", "no", "without", "disable", "allow", "is", "has", "use", "require", "show", "forgot",
        "count", "expires", "expiry", "invalid", "missing", "wrong", "bad", "amz",
        "secretsmanager", "bypass", "buypass", "compass", "encompass");

    /// <summary>Anywhere in the name of a token, each says that it is one of a text, of a parser, or of a page.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_text = Words(
        "pad", "eos", "bos", "unk", "cls", "sep", "mask", "next", "page", "continuation", "cancellation", "special", "stop", "start", "end",
        "first", "last", "prompt", "completion", "input", "output", "image", "per", "sync", "position", "current", "prev", "previous",
        "marker", "pagination", "batch", "vocab", "added", "delimiter", "separator", "resume", "cancel");

    internal static bool IsOfSecret(ReadOnlySpan<byte> name, bool isToken)
    {
        Span<char> word = stackalloc char[LongestWord];
        var length = 0;
        var last = false;
        for (var i = 0; i <= name.Length; i++)
        {
            var letter = i < name.Length ? (char)name[i] : '.';
            var begins = char.IsAsciiLetterUpper(letter) && i > 0 && char.IsAsciiLetterLower((char)name[i - 1]);
            if (begins || !char.IsAsciiLetter(letter))
            {
                if (length > 0)
                {
                    if (s_any.Contains(word[..length]) || (isToken && s_text.Contains(word[..length])))
                        return false;
                    last = s_last.Contains(word[..length]);
                }
                length = 0;
            }
            if (char.IsAsciiLetter(letter) && length < LongestWord)
                word[length++] = char.ToLowerInvariant(letter);
        }
        return !last;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(params string[] words) =>
        words.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
