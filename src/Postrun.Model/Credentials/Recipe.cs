using System.Collections.Immutable;

namespace Postrun.Model;

/// <summary>How a credential of a system of one's own is revoked, and what proves it. One of both is given.</summary>
public sealed record Recipe
{
    public HttpRecipe? Http { get; init; }

    public CommandRecipe? Command { get; init; }
}

/// <summary>By requests.</summary>
public sealed record HttpRecipe
{
    public required HttpCall Revoke { get; init; }

    /// <summary>The status with which the revocation is taken; 202 says that it is done later.</summary>
    public required int Taken { get; init; }

    /// <summary>Asks something with the credential that changes nothing.</summary>
    public required HttpCall Look { get; init; }

    /// <summary>The status of the look-up while it is accepted: 200 to 299.</summary>
    public required int Alive { get; init; }

    /// <summary>The status once it is not, that nothing else is answered with: 400 to 499.</summary>
    public required int Dead { get; init; }
}

/// <summary>A request. The value stands in its head or in its body, and never in its address.</summary>
public sealed record HttpCall
{
    public required string Method { get; init; }

    /// <summary>With https, or http on this machine; <c>{handle}</c> stands for the handle.</summary>
    public required string Url { get; init; }

    /// <summary>The header that the value stands in, such as <c>Authorization</c>.</summary>
    public string? Header { get; init; }

    /// <summary>What stands before the value in its header, such as <c>Bearer </c>. Default: nothing.</summary>
    public string? Before { get; init; }

    /// <summary>The text of an object of JSON that the value is sent as.</summary>
    public string? Field { get; init; }
}

/// <summary>By commands. Each is an absolute path and its arguments; the handle is in <c>POSTRUN_HANDLE</c>.</summary>
public sealed record CommandRecipe
{
    /// <summary>Exits with 0 where the revocation is taken.</summary>
    public required ImmutableArray<string> Revoke { get; init; }

    /// <summary>Looks whether it is accepted, and changes nothing.</summary>
    public required ImmutableArray<string> Look { get; init; }

    /// <summary>The variable of their environment that the commands have the value in, as <c>env:NAME</c>. Default: they read it from standard input.</summary>
    public ValueSource? Value { get; init; }

    /// <summary>The exit code of the look-up while it is accepted, 0 to 125.</summary>
    public required int Alive { get; init; }

    /// <summary>The exit code once it is not, that nothing else ends with: 1 to 125.</summary>
    public required int Dead { get; init; }

    /// <summary>How long one command may take, 1 to <see cref="MostSeconds"/>. Default: <see cref="UsualSeconds"/>.</summary>
    public int? Seconds { get; init; }

    public const int UsualSeconds = 10;
    public const int MostSeconds = 60;
}
