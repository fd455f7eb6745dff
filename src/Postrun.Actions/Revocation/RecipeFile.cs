using System.Collections.Frozen;
using System.Text.Json;
using Postrun.Model;

namespace Postrun.Actions;

/// <summary>Reads how credentials of a system of one's own are revoked. What it says is done with the rights of this process, so that nobody else may have written it.</summary>
public static class RecipeFile
{
    private const int Largest = 64 << 10;

    /// <summary>What is between this machine and the next, or is sent without this.</summary>
    private static readonly FrozenSet<string> Reserved = new[] { "Host", "Connection", "Transfer-Encoding", "Cookie", "Expect", "Upgrade", "User-Agent", "Accept" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <param name="problem">What is wrong, in a clause that goes on from the recipe; empty where nothing is.</param>
    /// <returns><see langword="null"/> where it cannot be used for credentials of the kind.</returns>
    public static Recipe? Read(string path, CredentialKind kind, out string problem)
    {
        if (OwnFile.Open(path, out _, out problem) is not { } file)
            return null;
        using (file)
        {
            var content = new byte[Largest + 1];
            var length = 0;
            try
            {
                for (int read; length < content.Length && (read = RandomAccess.Read(file, content.AsSpan(length), length)) > 0;)
                    length += read;
                if (length > Largest)
                    problem = $"is larger than {Largest >> 10} KiB";
                else if (JsonSerializer.Deserialize(content.AsSpan(0, length), RegisterJson.Default.Recipe) is not { } recipe)
                    problem = "is empty";
                else if (Wrong(recipe, kind) is { } wrong)
                    problem = wrong;
                else
                    return recipe;
            }
            catch (JsonException)
            {
                problem = "is no recipe: it is not JSON, or has members that are missing or unknown; see docs/revocation.md";
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                problem = "cannot be read";
            }
            return null;
        }
    }

    private static string? Wrong(Recipe recipe, CredentialKind kind) => (kind, recipe) switch
    {
        (CredentialKind.Http, { Http: { } http, Command: null }) => Wrong(http),
        (CredentialKind.Command, { Command: { } command, Http: null }) => Wrong(command),
        _ => $"has to have one member: {CredentialWords.Of(kind)}",
    };

    private static string? Wrong(HttpRecipe http) => http switch
    {
        { Alive: < 200 or > 299 } or { Dead: < 400 or > 499 or 407 or 408 or 425 or 429 } => "has to say with alive a status from 200 to 299, and with dead one from 400 to 499 that passes by itself in no case, as 407, 408, 425 and 429 do",
        { Taken: < 200 or > 299 } => "has to say with taken a status from 200 to 299",
        _ => Wrong(http.Revoke) ?? Wrong(http.Look),
    };

    private static string? Wrong(HttpCall call)
    {
        if (!Uri.TryCreate(call.Url, UriKind.Absolute, out var url) || url.UserInfo.Length > 0 || !(url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)))
            return "has an address that is not absolute with https, or http on this machine";
        if (!call.Method.All(char.IsAsciiLetterUpper) || call.Method.Length is 0 or > 10)
            return "has a method that is none";
        if ((call.Header is null) == (call.Field is null) || (call.Field is not null && call.Method == "GET"))
            return "has to say in which header, or in which field of the body, the value is sent";
        return call.Header is { } header && (!CanHold(header) || call.Before?.All(static letter => letter is >= ' ' and <= '~') == false) ? "has a header that the value cannot be sent in" : null;
    }

    /// <summary>What is not sent would be refused, which reads as dead.</summary>
    private static bool CanHold(string header)
    {
        using var request = new HttpRequestMessage();
        return header.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') && !Reserved.Contains(header) && header.Length > 0 && request.Headers.TryAddWithoutValidation(header, "x");
    }

    private static string? Wrong(CommandRecipe command) => command switch
    {
        { Revoke: not [['/', ..], ..] } or { Look: not [['/', ..], ..] } => "has a command that is no absolute path with its arguments",
        { Seconds: < 1 or > CommandRecipe.MostSeconds } => $"has to say with seconds a number from 1 to {CommandRecipe.MostSeconds}",
        { Dead: < 1 or > 125 } or { Alive: < 0 or > 125 } => "has to say with alive an exit code from 0 to 125, and with dead one from 1 to 125",
        _ when command.Alive == command.Dead => "says the same exit code with alive and with dead",
        { Value.IsFile: true } => "has to say with value env:NAME, or nothing",
        _ => null,
    };
}
