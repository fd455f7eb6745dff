namespace Postrun.Rego;

public sealed record CompileOptions
{
    public static readonly CompileOptions Default = new();

    /// <summary>
    /// A call of a built-in function that is not offered is no error until it is made: for tests, which put something in
    /// its place.
    /// </summary>
    public bool AllowUnoffered { get; init; }

    /// <summary>An observer of the evaluation sees every statement; costs time.</summary>
    public bool Instrument { get; init; }
}
