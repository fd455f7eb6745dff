using System.Text;
using Postrun.Redaction.Rules;
using Postrun.Redaction.Tests.Samples;
using Postrun.Redaction.Tests.Scanning;
using Postrun.Redaction.Tests.Text;

namespace Postrun.Redaction.Tests.Secrets;

/// <summary>Lines that logs are full of, with what looks like secrets and is none.</summary>
public sealed class OrdinaryLinesTests
{
    private static readonly Rule[] s_credentials = [.. BuiltInRules.All.Where(static rule => rule.Kind == RuleKind.Credential)];

    private static readonly Func<Dice, string>[] s_lines =
    [
        static dice => $"step {dice.Next(90000)} | loss {dice.Next(9)}.{dice.Next(9999)} | lr 3.00e-04 | tokens/s: {dice.Next(99999)} | num_tokens={dice.Next(9999999)} | mfu 41.2%",
        static dice => $"{{\"input_tokens\": {dice.Next(9999)}, \"total_tokens\": {dice.Next(9999)}, \"id\": \"{Sampled.Uuid(dice)}\"}}",
        static _ => "PreTrainedTokenizerFast(pad_token='<pad>', eos_token=\"</s>\", bos_token: '<s>', unk_token='[UNK]', mask_token=\"<mask>\")",
        static dice => $"tokenizer_config: token_type_ids={dice.Next(2)} pad_token_id: 50256 token: 'Ġhello' last_token=world",
        static dice => $"Checkpoint saved to /ckpt/run-{dice.Of(Dice.Hexadecimal, 8)}/step_{dice.Next(9999)}.safetensors sha256={dice.Of(Dice.Hexadecimal, 64)}",
        static dice => $"commit {dice.Of(Dice.Hexadecimal, 40)} (HEAD -> main) by run@{dice.Of(Dice.Lower, 6)}",
        static dice => $"image data:image/png;base64,iVBORw0KGgo{dice.Of(Dice.Base64, 400)}==",
        static dice => $"10.0.0.{dice.Next(255)} - - [10/Oct/2025:13:55:36 +0000] \"GET /static/app.{dice.Of(Dice.Hexadecimal, 20)}.js?v={dice.Next(99)} HTTP/1.1\" 200 {dice.Next(99999)} \"https://host.test/?q=a@b\" \"Mozilla/5.0 (X11)\"",
        static dice => $"POST /v1/auth/token HTTP/1.1 401 {dice.Next(999)} invalid token: expired, authorization: missing, cookie: none",
        static dice => $"[{dice.Next(99999)}.{dice.Next(999999)}] kernel: usb 1-1: new device found, idVendor={dice.Of(Dice.Hexadecimal, 4)}, idProduct={dice.Of(Dice.Hexadecimal, 4)}",
        static dice => $"Failed password for invalid user admin from 10.0.0.{dice.Next(255)} port {dice.Next(65535)} ssh2",
        static dice => $"pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=10.0.0.{dice.Next(255)}",
        static dice => $"Kind: HDFS_DELEGATION_TOKEN, Service: 10.0.0.1:8020, Ident: (token for hdfs: HDFS_DELEGATION_TOKEN owner=hdfs, maxDate={dice.Next(99999999)}, sequenceNumber={dice.Next(99)}, masterKeyId=2)",
        static dice => $"dfs.DataNode$PacketResponder: Received block blk_-{dice.Of(Dice.Digits, 19)} of size 67108864 from /10.250.1{dice.Next(9)}.100",
        static dice => $"INFO mapreduce.Job: Executing with tokens: [Kind: mapreduce.job, Service: job_{dice.Of(Dice.Digits, 13)}_0001, Ident: (secret)]",
        static dice => $"tensor([[{dice.Next(9)}.{dice.Next(9999)}e-0{dice.Next(9)}, -1.{dice.Of(Dice.Digits, 7)}], [0x{dice.Of(Dice.Hexadecimal, 12)}]], device='cuda:0')",
        static dice => $"Downloading torch-2.{dice.Next(9)}.1-cp312-cp312-linux_x86_64.whl (#sha256={dice.Of(Dice.Hexadecimal, 64)}) from https://files.test/packages/{dice.Of(Dice.Hexadecimal, 2)}/{dice.Of(Dice.Hexadecimal, 60)}/t.whl",
        static dice => $"password = getpass.getpass(); api_key = os.getenv('SERVICE_API_KEY'); secret = load_secret(name); token = next(tokens)",
        static dice => $"Using credentials from /root/.config/credentials.json; secret_name: run-{dice.Next(99)}; password authentication is disabled",
        static dice => $"secret \"run-{dice.Of(Dice.Lower + Dice.Digits, 5)}\" not found; mounting secret volume {Sampled.Uuid(dice)}",
        static dice => $"PublicKeyToken={dice.Of(Dice.Hexadecimal, 16)}, Version=4.0.0.0; next_page_token: {dice.Of(Dice.Base62, 24)}",
        static dice => $"NCCL INFO comm 0x{dice.Of(Dice.Hexadecimal, 12)} rank {dice.Next(64)} nranks 64 cudaDev 0 busId {dice.Of(Dice.Hexadecimal, 6)} commId 0x{dice.Of(Dice.Hexadecimal, 16)} - Init COMPLETE",
        static dice => $"etag: W/\"{dice.Of(Dice.Hexadecimal, 32)}\" x-request-id: {Sampled.Uuid(dice)} x-amz-id-2: {dice.Of(Dice.Base64, 56)}",
        static _ => "Basic authentication is not supported; use Bearer authentication with an access-token-of-the-service",
    ];

    [Fact]
    public void Nothing_is_found_in_lines_of_training_of_servers_and_of_kernels()
    {
        foreach (var line in s_lines)
        {
            for (var seed = 0; seed < 12; seed++)
            {
                var text = line(new(seed));
                ReferenceScanner.Scan(Encoding.UTF8.GetBytes(text), s_credentials).Select(static hit => hit.Rule.Id).ShouldBeEmpty(text);
            }
        }
    }

    /// <summary>Of each rule, at every draw: what has been redacted is not found again by any.</summary>
    [Fact]
    public void A_label_of_a_redaction_is_not_found_again()
    {
        foreach (var rule in BuiltInRules.All)
        {
            var label = $"[REDACTED:{rule.Id}:{new Dice(1).Of(Dice.Hexadecimal, 16)}]";
            foreach (var line in new[] { $"password={label}", $"\"token\": \"{label}\"", $"https://user:{label}@host/", $"Authorization: Bearer {label}", $"--secret {label}" })
                Encoding.UTF8.GetString(Redacting.Of(Encoding.UTF8.GetBytes(line))).ShouldBe(line);
        }
    }
}
