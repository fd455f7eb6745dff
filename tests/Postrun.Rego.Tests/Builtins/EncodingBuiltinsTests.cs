namespace Postrun.Rego;

public sealed class EncodingBuiltinsTests
{
    [Theory]
    [InlineData("base64.encode", """["subjects?_d"]""", "\"c3ViamVjdHM/X2Q=\"")]
    [InlineData("base64.decode", """["c3ViamVjdHM/X2Q="]""", "\"subjects?_d\"")]
    [InlineData("base64.decode", """["aGVs\r\nbG8="]""", "\"hello\"")]
    [InlineData("base64.is_valid", """["{'not':'base64'}"]""", "false")]
    [InlineData("base64.is_valid", """["aGVsbG8"]""", "false")]
    [InlineData("base64.is_valid", """["aGVsbG8="]""", "true")]
    [InlineData("base64.is_valid", "[1]", "false")]
    [InlineData("base64url.encode", """["subjects?_d"]""", "\"c3ViamVjdHM_X2Q=\"")]
    [InlineData("base64url.encode_no_pad", """["there"]""", "\"dGhlcmU\"")]
    [InlineData("base64url.decode", """["c3ViamVjdHM_X2Q"]""", "\"subjects?_d\"")]
    [InlineData("base64url.decode", """["aGVsbG8="]""", "\"hello\"")]
    [InlineData("hex.encode", """["lörem"]""", "\"6cc3b672656d\"")]
    [InlineData("hex.decode", """["6C6f72656d"]""", "\"lorem\"")]
    [InlineData("urlquery.encode", """["a=b+1 é~"]""", "\"a%3Db%2B1+%C3%A9~\"")]
    [InlineData("urlquery.decode", """["a%3Db%2B1+%C3%A9"]""", "\"a=b+1 é\"")]
    [InlineData("urlquery.encode_object", """[{"b": "c=b+1", "a": ["b+1", "c+2"], "c": []}]""", "\"a=b%2B1&a=c%2B2&b=c%3Db%2B1\"")]
    [InlineData("urlquery.encode_object", "[{}]", "\"\"")]
    [InlineData("urlquery.decode_object", """["a=value_a1&b&a=x%26"]""", """{"a": ["value_a1", "x&"], "b": [""]}""")]
    [InlineData("urlquery.decode_object", """[""]""", "{}")]
    public void Texts_are_encoded_and_decoded(string name, string arguments, string result) => CallA.Result(name, arguments).ShouldBe(result);

    [Theory]
    [InlineData("base64.decode", """["a!bc"]""", "eval_builtin_error: illegal base64 data at input byte 1")]
    [InlineData("base64url.decode", """["abcde"]""", "eval_builtin_error: illegal base64url string: abcde")]
    [InlineData("hex.decode", """["fghijkl"]""", "eval_builtin_error: encoding/hex: invalid byte: U+0067 'g'")]
    [InlineData("hex.decode", """["abc"]""", "eval_builtin_error: encoding/hex: odd length hex string")]
    [InlineData("urlquery.decode", """["a%zz"]""", "eval_builtin_error: invalid URL escape \"%zz\"")]
    [InlineData("urlquery.encode_object", """[{"a": 1}]""", "eval_type_error: operand 1 values must be string, array[string], or set[string]")]
    [InlineData("urlquery.decode_object", """["a;b"]""", "eval_builtin_error: invalid semicolon separator in query")]
    public void What_cannot_be_decoded_is_named(string name, string arguments, string error) => CallA.Error(name, arguments).ShouldBe(error);
}
