using System.IO.Compression;
using System.Text;

namespace LeadCapture.Tests.Support;

/// What a browser loads before a page can be used.
public static class Weighing
{
    /// Page, scripts and style sheets, packed as servers do.
    public static async Task<int> WeightOf(this TestApp app, string path)
    {
        var page = await app.Opens(path);
        var weight = Packed(page.Source);
        foreach (var address in page.Html.QuerySelectorAll("link[rel=stylesheet]").Select(sheet => sheet.GetAttribute("href")!)
            .Concat(page.Html.QuerySelectorAll("script").Select(script => script.GetAttribute("src")!)))
            weight += Packed((await app.Opens(address)).Source);
        return weight;
    }

    private static int Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var packing = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            packing.Write(Encoding.UTF8.GetBytes(text));
        return (int)packed.Length;
    }
}
