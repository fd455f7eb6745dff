using System.Buffers.Text;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Postrun.Model;

namespace Postrun.Planning;

/// <summary>The accounts of the machine, as <c>/etc/passwd</c> lists them (passwd(5)).</summary>
public static class UserAccounts
{
    /// <summary>Reads the text of <c>/etc/passwd</c>; lines that are not an account are passed over, the first of a name counts.</summary>
    public static ImmutableArray<UserAccount> Parse(ReadOnlySpan<byte> text)
    {
        var accounts = ImmutableArray.CreateBuilder<UserAccount>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in text.Split((byte)'\n'))
            if (ParseLine(text[line]) is { } account && names.Add(account.Name))
                accounts.Add(account);
        return accounts.ToImmutable();
    }

    /// <summary>
    /// Marks who runs Postrun. A container may run under a user that no line names: it gets an account from
    /// <c>LOGNAME</c> or <c>USER</c>, or its number, and <c>HOME</c>.
    /// </summary>
    public static ImmutableArray<UserAccount> WithCurrent(
        ImmutableArray<UserAccount> accounts, uint uid, IReadOnlyDictionary<string, string> environment)
    {
        var login = environment.GetValueOrDefault("LOGNAME") ?? environment.GetValueOrDefault("USER") ?? "";
        var current = accounts.FirstOrDefault(account => account.Uid == uid && account.Name == login)
            ?? accounts.FirstOrDefault(account => account.Uid == uid);
        if (current is not null)
            return accounts.Replace(current, current with { IsCurrent = true });
        // A name that another number has would lend this user somebody else's caches.
        if (!IsName(login) || accounts.Any(account => account.Name == login))
            login = uid.ToString(CultureInfo.InvariantCulture);
        var home = CachePaths.Normalise(Encoding.UTF8.GetBytes(environment.GetValueOrDefault("HOME") ?? "")) ?? UnixPath.Of("/");
        return accounts.Add(new(login, uid, home) { IsCurrent = true });
    }

    private static UserAccount? ParseLine(ReadOnlySpan<byte> line)
    {
        Span<Range> fields = stackalloc Range[8];
        if (line.Contains((byte)0) || Split(line, fields) != 7)
            return null;
        var number = line[fields[2]];
        // The highest number means "unchanged" to chown(2) and is nobody's.
        if (!Utf8Parser.TryParse(number, out uint uid, out var consumed) || consumed != number.Length || uid == uint.MaxValue)
            return null;
        var name = Encoding.UTF8.GetString(line[fields[0]]);
        return IsName(name) && CachePaths.Normalise(line[fields[5]]) is { } home ? new(name, uid, home) : null;
    }

    private static int Split(ReadOnlySpan<byte> line, Span<Range> fields)
    {
        var count = 0;
        foreach (var field in line.Split((byte)':'))
        {
            if (count == fields.Length)
                break;
            fields[count++] = field;
        }
        return count;
    }

    /// <summary>Names become part of paths (<c>torchinductor_NAME</c>), so a slash is not one.</summary>
    private static bool IsName(string name) =>
        name.Length > 0 && name[0] is not ('#' or '+' or '-') && !name.Any(letter => letter is '/' or '\uFFFD' || char.IsControl(letter));
}
