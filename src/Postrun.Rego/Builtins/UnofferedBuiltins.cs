namespace Postrun.Rego;

/// <summary>Functions that other engines have: they would need a network, keys or another language.</summary>
internal static class UnofferedBuiltins
{
    public static readonly BuiltinFunction[] All =
    [
        new("crypto.parse_private_keys", 1, null),
        new("crypto.x509.parse_and_verify_certificates", 1, null),
        new("crypto.x509.parse_and_verify_certificates_with_options", 2, null),
        new("crypto.x509.parse_certificate_request", 1, null),
        new("crypto.x509.parse_certificates", 1, null),
        new("crypto.x509.parse_keypair", 2, null),
        new("crypto.x509.parse_rsa_private_key", 1, null),
        new("graphql.is_valid", 2, null),
        new("graphql.parse", 2, null),
        new("graphql.parse_and_verify", 2, null),
        new("graphql.parse_query", 1, null),
        new("graphql.parse_schema", 1, null),
        new("graphql.schema_is_valid", 1, null),
        new("http.send", 1, null) { Deterministic = false },
        new("io.jwt.decode", 1, null),
        new("io.jwt.decode_verify", 2, null),
        new("io.jwt.encode_sign", 3, null),
        new("io.jwt.encode_sign_raw", 3, null),
        new("io.jwt.verify_eddsa", 2, null),
        new("io.jwt.verify_es256", 2, null),
        new("io.jwt.verify_es384", 2, null),
        new("io.jwt.verify_es512", 2, null),
        new("io.jwt.verify_hs256", 2, null),
        new("io.jwt.verify_hs384", 2, null),
        new("io.jwt.verify_hs512", 2, null),
        new("io.jwt.verify_ps256", 2, null),
        new("io.jwt.verify_ps384", 2, null),
        new("io.jwt.verify_ps512", 2, null),
        new("io.jwt.verify_rs256", 2, null),
        new("io.jwt.verify_rs384", 2, null),
        new("io.jwt.verify_rs512", 2, null),
        new("net.lookup_ip_addr", 1, null) { Deterministic = false },
        new("providers.aws.sign_req", 3, null),
        new("rego.parse_module", 2, null),
        new("strings.render_template", 2, null),
    ];
}
