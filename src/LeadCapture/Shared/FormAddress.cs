using LeadCapture.Forms.Themes;

namespace LeadCapture.Shared;

/// Where a form and its confirmation live, by shape, and the layout that belongs to it.
public static class FormAddress
{
    public static string Of(string slug, FormShape shape) => shape switch
    {
        FormShape.Embed => $"/f/{slug}/embed",
        FormShape.Booth => $"/f/{slug}/booth",
        _ => $"/f/{slug}",
    };

    public static string OfConfirmation(string slug, FormShape shape, string receipt) =>
        $"{Of(slug, shape)}/confirmation/{receipt}";

    public static string OfStyle(string slug, FormLook look) => $"/f/{slug}/look-{look.Hash}.css";

    public static string Layout(this FormShape shape) => shape switch
    {
        FormShape.Embed => "_EmbedLayout",
        FormShape.Booth => "_BoothLayout",
        _ => "_Layout",
    };
}
