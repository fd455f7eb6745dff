namespace Postrun.Cli;

/// <summary>The exit codes of every command. The documentation is checked against this file.</summary>
internal static class ExitCode
{
    /// <summary>Everything was done, or everything that was checked holds.</summary>
    public const int Clean = 0;

    /// <summary>Something was left, or something was found; the report names it.</summary>
    public const int Left = 1;

    /// <summary>The command line or the configuration is wrong; no file was touched.</summary>
    public const int Usage = 2;

    /// <summary>Interrupted by a deadline, a signal or a failing evidence directory; <c>postrun resume</c> goes on.</summary>
    public const int Interrupted = 3;

    /// <summary>Evidence does not hold.</summary>
    public const int NotVerified = 4;
}
