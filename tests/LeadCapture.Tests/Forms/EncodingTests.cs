using System.Net.Http.Headers;
using System.Text;
using LeadCapture.Tests.Support;

namespace LeadCapture.Tests.Forms;

/// Pages and programs that do not speak UTF-8.
public class EncodingTests
{
    private const string Form = "application/x-www-form-urlencoded";

    [Theory]
    [InlineData(Form, "lastName=M%FCller", "Müller")]
    [InlineData(Form, "lastName=M%C3%BCller", "Müller")]
    [InlineData(Form + "; charset=windows-1252", "lastName=M%FCller+%80", "Müller €")]
    [InlineData(Form + "; charset=ISO-8859-1", "lastName=M%FCller", "Müller")]
    [InlineData(Form + "; charset=utf-8", "lastName=M%FCller", "Müller")]
    [InlineData(Form + "; charset=windows-1251", "lastName=%C8%E2%E0%ED%EE%E2", "Иванов")]
    [InlineData(Form + "; charset=windows-1252", "lastName=M%C3%BCller", "Müller")]
    [InlineData(Form, "_charset_=windows-1251&lastName=%C8%E2%E0%ED%EE%E2", "Иванов")]
    [InlineData(Form, "lastName=%C8%E2%E0%ED%EE%E2&_charset_=windows-1251", "Иванов")]
    [InlineData(Form, "_charset_=shift_jis&lastName=%8ER%93c", "山田")]
    [InlineData(Form, "_charset_=UTF-8&lastName=M%C3%BCller", "Müller")]
    [InlineData(Form + "; charset=nonsense", "lastName=M%C3%BCller", "Müller")]
    [InlineData(Form, "lastName=50%+%zz", "50% %zz")]
    [InlineData(Form, "lastName=Lee%", "Lee%")]
    public async Task A_form_is_read_in_the_encoding_of_its_page(string type, string body, string name)
    {
        await using var app = await TestApp.Start();

        var answer = await app.SendsRaw("/f/contact", "email=ann%40example.com&" + body, type);

        Assert.Equal(303, answer.Status);
        await app.IsDelivered("ann@example.com");
        Assert.Equal(name, app.Sent("lastName"));
    }

    [Fact]
    public async Task Bytes_that_were_not_encoded_are_read_too()
    {
        await using var app = await TestApp.Start();

        using var answer = await Posts(app, "/f/contact", Form, [.. "email=ann%40example.com&lastName=M"u8, 0xFC, .. "ller"u8]);

        Assert.Equal(303, (int)answer.StatusCode);
        await app.IsDelivered("ann@example.com");
        Assert.Equal("Müller", app.Sent("lastName"));
    }

    [Fact]
    public async Task What_cannot_be_read_is_asked_for_in_another_encoding()
    {
        await using var app = await TestApp.Start();

        var page = await app.SendsRaw("/f/contact", "_charset_=shift_jis&email=ann%40example.com&lastName=%81");
        var unknown = await app.SendsRaw("/f/contact", "_charset_=martian&email=ann%40example.com&lastName=%FC");

        Assert.Equal((422, 422), (page.Status, unknown.Status));
        Assert.EndsWith("send it as UTF-8", page.ErrorOf("lastName"), StringComparison.Ordinal);
        Assert.EndsWith("send it as UTF-8", unknown.ErrorOf("lastName"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("iso-8859-1", 1252)]
    [InlineData("windows-1252", 1252)]
    [InlineData("windows-1251", 1251)]
    [InlineData("utf-16", 1200)]
    public async Task JSON_is_read_in_the_encoding_that_it_declares(string charset, int page)
    {
        await using var app = await TestApp.Start();
        var name = page == 1251 ? "Иванов" : "Müller";
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(page) ?? Encoding.GetEncoding(page);

        using var answer = await Posts(app, "/api/forms/contact/leads", "application/json; charset=" + charset,
            encoding.GetBytes($$"""{"email":"ann@example.com","lastName":"{{name}}"}"""));

        Assert.Equal(201, (int)answer.StatusCode);
        Assert.Equal(name, app.Sent("lastName"));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json; charset=martian")]
    public async Task JSON_that_cannot_be_read_is_asked_for_as_UTF_8(string type)
    {
        await using var app = await TestApp.Start();

        using var answer = await Posts(app, "/api/forms/contact/leads", type,
            Encoding.Latin1.GetBytes("""{"email":"ann@example.com","lastName":"Müller"}"""));

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.EndsWith("end it as UTF-8.", (await Json.Of(answer))["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mark_at_the_beginning_of_JSON_is_no_fault()
    {
        await using var app = await TestApp.Start();

        using var answer = await Posts(app, "/api/forms/contact/leads", "application/json",
            [0xEF, 0xBB, 0xBF, .. """{"email":"ann@example.com"}"""u8]);

        Assert.Equal(201, (int)answer.StatusCode);
    }

    private static Task<HttpResponseMessage> Posts(TestApp app, string path, string type, byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return app.Visitor.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }
}
