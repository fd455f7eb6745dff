namespace Postrun.Model;

/// <summary>Where the retention policy comes from: exactly one of the two.</summary>
public sealed record PolicySource
{
    /// <summary>A directory, a <c>.tar.gz</c> or a <c>.rego</c> file, absolute and outside the roots.</summary>
    public UnixPath? Bundle { get; init; }

    public OpaSource? Opa { get; init; }
}

/// <summary>A server that answers as the Open Policy Agent does: https://www.openpolicyagent.org/docs/rest-api#data-api</summary>
public sealed record OpaSource
{
    public const string DefaultPath = "postrun/retention/decisions";

    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(5);

    /// <summary>https, or http to this machine; without user info, query and fragment.</summary>
    public required Uri Url { get; init; }

    /// <summary>The document that is asked for, beneath <c>/v1/data/</c>.</summary>
    public string Path { get; init; } = DefaultPath;

    /// <summary>The name of an environment variable that holds the bearer token; at most one of this and <see cref="TokenFile"/>.</summary>
    public string? TokenEnvironment { get; init; }

    /// <summary>A file whose first line is the bearer token.</summary>
    public UnixPath? TokenFile { get; init; }

    /// <summary>How long one request may take, to the last byte of its answer.</summary>
    public TimeSpan Timeout { get; init; } = DefaultTimeout;

    /// <summary>Certificates in PEM: the only authorities that the server's certificate may come from. <see langword="null"/>: those of the system.</summary>
    public UnixPath? AuthorityFile { get; init; }

    /// <summary>What is asked, and what plan and report name.</summary>
    public Uri Address => new($"{Url.AbsoluteUri.TrimEnd('/')}/v1/data/{Path}");
}
