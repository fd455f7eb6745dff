using System.Text;
using System.Text.Json;

namespace Postrun.Rego;

/// <summary>Texts of JSON that policies read.</summary>
internal static class JsonSource
{
    /// <summary>A byte of JSON becomes at most so many of a value, about: <c>[[],[]]</c>.</summary>
    private const int BytesOfByte = 16;

    /// <exception cref="BuiltinException">not JSON, or too deep</exception>
    public static RegoValue Parse(BuiltinContext context, string text)
    {
        context.Budget.Spend(1 + text.Length / 8);
        context.Budget.Allocate(text.Length * (long)BytesOfByte);
        try
        {
            return RegoJson.Parse(Encoding.UTF8.GetBytes(text));
        }
        catch (JsonException broken)
        {
            throw new BuiltinException(broken.Message);
        }
    }
}
