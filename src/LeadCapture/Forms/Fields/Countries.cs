using System.Globalization;

namespace LeadCapture.Forms.Fields;

/// The countries that a country field suggests, in English, as Unicode names them; any other text may be typed.
public static class Countries
{
    /// Places in the list of regions that are no countries: Diego Garcia, Ceuta and Melilla, the Canary Islands.
    private static readonly string[] Exceptional = ["DG", "EA", "IC"];

    private static readonly Lazy<IReadOnlyList<string>> Found = new(() =>
    [
        .. GetCultures(CultureTypes.SpecificCultures).Where(culture => culture.Name != "")
            .Select(culture => new RegionInfo(culture.Name)).DistinctBy(CodeOf)
            .Where(region => IsCountry(CodeOf(region))).Select(region => region.EnglishName).Order(StringComparer.InvariantCulture),
    ]);

    public static IReadOnlyList<string> All => Found.Value;

    private static string CodeOf(RegionInfo region) => region.TwoLetterISORegionName;

    /// Continents have numbers for codes.
    private static bool IsCountry(string code) => code.Length == 2 && code.All(char.IsAsciiLetter) && !Exceptional.Contains(code);
}
