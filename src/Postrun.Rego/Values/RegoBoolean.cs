using System.Text;

namespace Postrun.Rego;

public sealed class RegoBoolean : RegoValue
{
    public static readonly RegoBoolean True = new(true);
    public static readonly RegoBoolean False = new(false);

    private RegoBoolean(bool value) => Value = value;

    public bool Value { get; }

    public override RegoKind Kind => RegoKind.Boolean;

    public static RegoBoolean Of(bool value) => value ? True : False;

    public override int GetHashCode() => Value ? 3 : 2;

    internal override void WriteTo(StringBuilder text) => text.Append(Value ? "true" : "false");

    private protected override int CompareSameKind(RegoValue other) => Value.CompareTo(((RegoBoolean)other).Value);
}
