using System.Globalization;
using Microsoft.Extensions.Localization;

namespace LeadCapture.Localization;

/// Texts as the resources have them, with numbers as the language of the text writes them, not as the server's does.
internal sealed class TextLocalizer(IStringLocalizer resources) : IStringLocalizer
{
    private static readonly CultureInfo Numbers = CultureInfo.GetCultureInfo(Texts.Language);

    public LocalizedString this[string name] => Marked(resources[name]);

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var text = resources[name];
            return Marked(new(name, string.Format(Numbers, text.Value, arguments), text.ResourceNotFound));
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => resources.GetAllStrings(includeParentCultures);

    /// In the made-up language for tests a text stands in brackets: what has none was forgotten.
    private static LocalizedString Marked(LocalizedString text) =>
        CultureInfo.CurrentUICulture.Name.Equals(Texts.TestLanguage, StringComparison.OrdinalIgnoreCase)
            ? new(text.Name, $"⟦{text.Value}⟧", text.ResourceNotFound)
            : text;
}
