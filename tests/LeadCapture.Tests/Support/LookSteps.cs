using System.Net.Http.Headers;

namespace LeadCapture.Tests.Support;

/// What people do with the look of a form.
internal static class LookSteps
{
    /// The page's own inputs with these in their place, and pictures.
    public static async Task<Page> SendsLook(this AdminBrowser browser, string slug, byte[]? logo = null, byte[]? cover = null,
        params (string Name, string Value)[] inputs)
    {
        var path = $"/admin/forms/{slug}/look";
        var shown = await browser.Gets(path);
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in shown.Inputs.Where(input => inputs.All(other => other.Name != input.Name)
            && input.Name is not ("logo" or "cover" or "__RequestVerificationToken")).DistinctBy(input => input.Name))
            content.Add(new StringContent(value), name);
        foreach (var (name, value) in inputs)
            content.Add(new StringContent(value), name);
        Add(logo, "logo");
        Add(cover, "cover");
        return await browser.PostsParts(path, content);

        void Add(byte[]? picture, string name)
        {
            if (picture is null)
                return;
            var part = new ByteArrayContent(picture);
            part.Headers.ContentType = new MediaTypeHeaderValue("image/png");
            content.Add(part, name, "picture.png");
        }
    }

    /// Gives the page that says so.
    public static async Task<Page> Saves(this AdminBrowser browser, string slug, byte[]? logo = null, byte[]? cover = null,
        params (string Name, string Value)[] inputs)
    {
        var answer = await browser.SendsLook(slug, logo, cover, inputs);
        Assert.Equal(303, answer.Status);
        return await browser.Gets(answer.To!);
    }
}
