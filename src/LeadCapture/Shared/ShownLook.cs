using LeadCapture.Forms.Themes;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace LeadCapture.Shared;

/// The look of a page: the address of its style sheet, and its pictures. Layouts find it among the data of the view.
public sealed record ShownLook(string Style, PictureFacts? Logo, PictureFacts? Cover)
{
    private const string Key = "Look";

    public string LogoAlt { get; init; } = "";

    /// Of a published form.
    public static void Put(ViewDataDictionary data, string slug, FormLook? look)
    {
        if (look is not null)
            data[Key] = Of(look, FormAddress.OfStyle(slug, look));
    }

    public static ShownLook Of(FormLook look, string style) => new(style, look.Logo, look.Cover) { LogoAlt = look.LogoAlt };

    /// Of anything else, such as a draft.
    public static void Put(ViewDataDictionary data, ShownLook look) => data[Key] = look;

    public static ShownLook? Of(ViewDataDictionary data) => data[Key] as ShownLook;
}
