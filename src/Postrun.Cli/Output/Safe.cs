using Postrun.Model;

namespace Postrun.Cli.Output;

/// <summary>
/// Makes text from a hostile workspace or a careless operator safe to show: no escape sequence, no change of direction
/// and no key reaches the terminal.
/// </summary>
internal static class Safe
{
    public static string Text(string text) => VisibleText.Of(Secrets.Hide(text));
}
