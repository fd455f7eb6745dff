using Postrun.Model;

namespace Postrun.Cli.Output;

/// <summary>Makes text from a hostile workspace safe to show: no escape sequence and no change of direction reaches the terminal.</summary>
internal static class Safe
{
    public static string Text(string text) => VisibleText.Of(text);
}
