using LeadCapture.Forms;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Leads;

/// Reply.io takes no empty string where it wants none at all.
public class EmptyValueTests
{
    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\t\u00A0\u200B")]
    public async Task What_was_left_empty_is_not_sent(string empty)
    {
        await using var app = await TestApp.Start();
        var inputs = ContactFields.All.Select(field => (field.Property!, field.Property == "email" ? "ann@example.com" : empty))
            .Append(("customFields[0].key", empty)).Append(("customFields[0].value", empty))
            .Append(("page", empty)).Append(("submissionId", empty));

        using var answer = await app.Posts("/f/contact", [.. inputs]);
        Assert.Equal(303, (int)answer.StatusCode);
        await app.IsDelivered("ann@example.com");

        Assert.Equal("""{"email":"ann@example.com"}""", Assert.Single(app.ReplyIo.State.Calls).Body);
    }

    [Fact]
    public async Task Every_field_that_was_filled_in_is_sent()
    {
        await using var app = await TestApp.Start();

        using var answer = await app.Posts("/f/contact",
            ("email", "ann@example.com"), ("firstName", "Ann"), ("city", ""),
            ("customFields[0].key", "color"), ("customFields[0].value", "red"),
            ("customFields[1].key", ""), ("customFields[1].value", ""));
        await app.IsDelivered("ann@example.com");

        Assert.Equal("""{"email":"ann@example.com","firstName":"Ann","customFields":[{"key":"color","value":"red"}]}""",
            Assert.Single(app.ReplyIo.State.Calls).Body);
    }
}
