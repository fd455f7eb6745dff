using System.Text;
using Postrun.Redaction.Detection;

namespace Postrun.Redaction.Tests.Detection;

public sealed class CredentialNameTests
{
    [Theory]
    [InlineData("WANDB_API_KEY=", "WANDB")]
    [InlineData("my.wandb-token: ", "wandb")]
    [InlineData("\"myWandbSecret\"", "Wandb")]
    [InlineData("auth_for_wandb=", "wandb")]
    public void A_name_that_says_key_or_token_or_secret_is_one(string text, string part) => IsOne(text, part).ShouldBeTrue();

    [Theory]
    [InlineData("WANDB_RUN=", "WANDB")]
    [InlineData("wandb_key_id=", "wandb")]
    [InlineData("WANDB_TOKEN_FILE=", "WANDB")]
    [InlineData("wandb: the key=", "wandb")]
    public void A_name_of_something_else_is_none(string text, string part) => IsOne(text, part).ShouldBeFalse();

    [Theory]
    [InlineData("SPARK_API_KEY=", "ARK_API")]
    [InlineData("sparkApiKey=", "ark")]
    public void The_part_begins_where_a_word_of_the_name_does(string text, string part) => IsOne(text, part).ShouldBeFalse();

    private static bool IsOne(string text, string part) =>
        CredentialName.IsOne(Encoding.ASCII.GetBytes(text), text.IndexOf(part, StringComparison.Ordinal), part.Length);
}
