namespace Postrun.Rego;

public sealed class JsonSchemaBuiltinsTests
{
    [Theory]
    [InlineData("""{"type": "object"}""", """{"a": 1}""")]
    [InlineData("""{"properties": {"a": {"multipleOf": 0.1}}}""", """{"a": 0.3}""")]
    [InlineData("""{"properties": {"a": {"type": "integer"}}}""", """{"a": 1.0}""")]
    [InlineData("""{"properties": {"a": {"const": 1}}}""", """{"a": 1.0}""")]
    [InlineData("""{"properties": {"a": {"enum": [[1, 2]]}}}""", """{"a": [1, 2]}""")]
    [InlineData("""{"properties": {"a": {"$ref": "#/definitions/x%20y~1z"}}, "definitions": {"x y/z": {"type": "null"}}}""", """{"a": null}""")]
    [InlineData("""{"$id": "http://a.b/root.json", "properties": {"a": {"$ref": "item.json"}}, "definitions": {"i": {"$id": "item.json", "type": "null"}}}""", """{"a": null}""")]
    [InlineData("""{"properties": {"next": {"$ref": "#"}}}""", """{"next": {"next": {"next": {}}}}""")]
    [InlineData("""{"patternProperties": {"^x": {"type": "null"}}, "additionalProperties": false}""", """{"x1": null}""")]
    [InlineData("""{"properties": {"a": {"format": "date-time"}}}""", """{"a": "2026-01-02T03:04:05Z"}""")]
    [InlineData("""{"properties": {"a": {"format": "no-such"}}}""", """{"a": "x"}""")]
    [InlineData("""{"if": {"required": ["a"]}, "then": {"required": ["b"]}, "else": {"required": ["c"]}}""", """{"c": 1}""")]
    [InlineData("""{"propertyNames": {"maxLength": 1}}""", """{"a": 1}""")]
    [InlineData("""{"properties": {"a": {"minimum": 1, "exclusiveMinimum": false}}}""", """{"a": 1}""")]
    public void Documents_that_match(string schema, string document) =>
        CallB.Result($"json.match_schema(input.document, input.schema)", Input(schema, document)).ShouldBe("[true, []]");

    [Theory]
    [InlineData("""{"required": ["a"]}""", "{}", "required", "(root)", "a is required")]
    [InlineData("""{"properties": {"a": {"properties": {"b": {"type": ["integer", "null"]}}}}}""", """{"a": {"b": "x"}}""", "invalid_type", "a.b", "Invalid type. Expected: [integer,null], given: string")]
    [InlineData("""{"properties": {"a": {"type": "integer"}}}""", """{"a": 1.5}""", "invalid_type", "a", "Invalid type. Expected: integer, given: number")]
    [InlineData("""{"properties": {"a": {"items": {"type": "string"}}}}""", """{"a": ["x", 1]}""", "invalid_type", "a.1", "Invalid type. Expected: string, given: integer")]
    [InlineData("""{"additionalProperties": false}""", """{"a": 1}""", "additional_property_not_allowed", "(root)", "Additional property a is not allowed")]
    [InlineData("""{"properties": {"a": {"enum": ["x", 1]}}}""", """{"a": 2}""", "enum", "a", "a must be one of the following: \"x\", 1")]
    [InlineData("""{"properties": {"a": {"const": "x"}}}""", """{"a": 2}""", "const", "a", "a does not match: \"x\"")]
    [InlineData("""{"properties": {"a": {"maximum": 5}}}""", """{"a": 6}""", "number_lte", "a", "Must be less than or equal to 5")]
    [InlineData("""{"properties": {"a": {"exclusiveMaximum": 5}}}""", """{"a": 5}""", "number_lt", "a", "Must be less than 5")]
    [InlineData("""{"properties": {"a": {"minLength": 2}}}""", "{\"a\": \"\U0001f600\"}", "string_gte", "a", "String length must be greater than or equal to 2")]
    [InlineData("""{"properties": {"a": {"pattern": "^x+$"}}}""", """{"a": "xy"}""", "pattern", "a", "Does not match pattern '^x+$'")]
    [InlineData("""{"properties": {"a": {"uniqueItems": true}}}""", """{"a": [1, 2, 1.0]}""", "unique", "a", "array items[0,2] must be unique")]
    [InlineData("""{"properties": {"a": {"items": [{}], "additionalItems": false}}}""", """{"a": [1, 2]}""", "array_no_additional_items", "a", "No additional items allowed on array")]
    [InlineData("""{"properties": {"a": false}}""", """{"a": 1}""", "false", "a", "False always fails validation")]
    [InlineData("""{"not": {"required": ["a"]}}""", """{"a": 1}""", "number_not", "(root)", "Must not validate the schema (not)")]
    [InlineData("""{"allOf": [{"required": ["a"]}]}""", "{}", "number_all_of", "(root)", "Must validate all the schemas (allOf)")]
    [InlineData("""{"oneOf": [{}, {}]}""", "{}", "number_one_of", "(root)", "Must validate one and only one schema (oneOf)")]
    [InlineData("""{"dependencies": {"a": ["b"]}}""", """{"a": 1}""", "missing_dependency", "(root)", "Has a dependency on b")]
    [InlineData("""{"properties": {"a": {"format": "ipv4"}}}""", """{"a": "1.2.3"}""", "format", "a", "Does not match format 'ipv4'")]
    public void What_does_not_match_is_described(string schema, string document, string type, string field, string description)
    {
        var error = RegoObject.Of(
            ("desc", new RegoString(description)), ("error", new RegoString($"{field}: {description}")), ("field", new RegoString(field)), ("type", new RegoString(type)));
        CallB.Result("json.match_schema(input.document, input.schema)", Input(schema, document)).ShouldBe($"[false, [{error}]]");
    }

    [Fact]
    public void The_closest_alternative_is_described_too() =>
        CallB.Result("[e.desc | e := json.match_schema({}, {\"anyOf\": [{\"required\": [\"a\", \"b\"]}, {\"required\": [\"c\"]}]})[1][_]]")
            .ShouldBe("[\"Must validate at least one schema (anyOf)\", \"c is required\"]");

    [Theory]
    [InlineData("""{"type": ["string", "string"]}""", "string type is duplicated")]
    [InlineData("""{"pattern": "("}""", "pattern must be a valid regex")]
    [InlineData("""{"minimum": 2, "maximum": 1}""", "minimum cannot be greater than maximum")]
    [InlineData("""{"required": ["a", "a"]}""", "required items must be unique")]
    [InlineData("""{"minLength": -1}""", "minLength must be greater than or equal to 0")]
    [InlineData("""{"$ref": "http://example.com/schema"}""", "remote reference loading disabled")]
    [InlineData("""{"$ref": "#/definitions/x"}""", "Object has no key 'definitions'")]
    [InlineData("[]", "Invalid JSON: expected schema")]
    public void Broken_schemas_are_described(string schema, string message) =>
        CallB.Result("json.verify_schema(input)", new RegoString(schema)).ShouldBe($"[false, \"jsonschema: {message}\"]");

    [Theory]
    [InlineData("json.verify_schema(1)", "[false, \"jsonschema: wrong type, expected string or object\"]")]
    [InlineData("json.verify_schema(\"{\")", "[false, \"jsonschema: invalid JSON string\"]")]
    public void What_is_no_schema_at_all(string term, string result) => CallB.Result(term).ShouldBe(result);

    [Theory]
    [InlineData("""{"$ref": "#"}""")]
    [InlineData("""{"$ref": "#/definitions/a", "definitions": {"a": {"$ref": "#/definitions/b"}, "b": {"$ref": "#/definitions/a"}}}""")]
    [InlineData("""{"allOf": [{"$ref": "#"}, {"$ref": "#"}]}""")]
    public void A_schema_that_never_ends_ends_in_the_budget(string schema) =>
        CallB.ShouldExhaust("json.match_schema(input.document, input.schema)", Input(schema, "{}"));

    private static RegoObject Input(string schema, string document) =>
        RegoObject.Of(("schema", RegoJson.Parse(schema)), ("document", RegoJson.Parse(document)));
}
