using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LeadCapture.Localization;

/// The texts that people read, in their language. Each folder of pages has a class named …Text and a .resx file beside it, in which each
/// text stands under its English words: pages write @T["Save key"], a folder's code writes T["Save key"] of its …Text class.
public static class Texts
{
    /// The language of the texts as they are written. Where a reader's language has no translation, they read this one.
    public const string Language = "en";

    /// A made-up one, in which every text stands in ⟦brackets⟧: what has none on a page was never meant to be translated, or was forgotten.
    public const string TestLanguage = "qps-ploc";

    public static IStringLocalizerFactory Factory { get; } = new TextFactory(
        new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance));

    public static IStringLocalizer Of<TText>() => Factory.Create(typeof(TText));

    /// Marks a text that a table holds, and that is looked up where it is shown.
    public static string Key(string text) => text;

    /// The one text or the other by a number, which stands in it as {0}.
    public static LocalizedString Count(this IStringLocalizer texts, long number, string one, string many) =>
        texts[number == 1 ? one : many, number];
}
