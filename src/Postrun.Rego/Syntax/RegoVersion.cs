namespace Postrun.Rego;

/// <summary>Which syntax a module is written in.</summary>
public enum RegoVersion
{
    /// <summary>Version 1 if it parses as that, else version 0 if it parses as that; the error is that of version 1.</summary>
    Auto,

    /// <summary>Before OPA 1.0: bodies without <c>if</c>, partial sets as <c>p[x] { ... }</c>, keywords by import.</summary>
    V0,

    V1,
}
