using System.Text;

namespace Postrun.Rego;

public sealed class RegoNull : RegoValue
{
    public static readonly RegoNull Value = new();

    private RegoNull()
    {
    }

    public override RegoKind Kind => RegoKind.Null;

    public override int GetHashCode() => 1;

    internal override void WriteTo(StringBuilder text) => text.Append("null");

    private protected override int CompareSameKind(RegoValue other) => 0;
}
