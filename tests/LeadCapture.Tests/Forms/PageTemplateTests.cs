using System.IO.Compression;
using System.Text;
using LeadCapture.Pages.Templates;

namespace LeadCapture.Tests.Forms;

/// What is put into a page that was rendered once, plain and compressed.
public class PageTemplateTests
{

    public static TheoryData<string, string, string, string> Pages => new()
    {
        { "<p>", "a", "b", "<p>" },
        { "", "a", "b", "" },
        { "<one>", "a", "b", "a" },
        { "<one><two>", "a", "", "a" },
        { "before <two> between <one> and <two> after", "ä", "<one>", "before <one> between ä and <one> after" },
        { $"{Some('x')}<one>{Some('y')}<two>tags<one>more<two>{Some('x')}", "a", "bb", $"{Some('x')}a{Some('y')}bbtagsamorebb{Some('x')}" },
        { $"{Long('x')}<one>{Long('x')}<two>", Long('é'), Long('y'), Long('x') + Long('é') + Long('x') + Long('y') },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_values_stand_in_their_places(string page, string one, string two, string expected)
    {
        byte[][] values = [Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(two)];
        foreach (var lengths in (int?[][])[[null, null], [values[0].Length, null], [null, values[1].Length], [values[0].Length, values[1].Length]])
        {
            var template = PageTemplate.Of(page, [new("<one>", lengths[0]), new("<two>", lengths[1])]);

            Assert.Equal(expected, Encoding.UTF8.GetString(template.Fill(values)));
            Assert.Equal(expected, Unpacked(template.FillPacked(values)));
            Assert.Equal(expected, Unpacked(template.FillPacked(values)));
        }
    }

    /// The checksum and the length at the end are looked at where the file is read to its end.
    [Fact]
    public void What_was_damaged_on_the_way_is_noticed()
    {
        var packed = PageTemplate.Of("before <one> after", [new("<one>")]).FillPacked([[65]]);
        packed[^8] ^= 1;

        Assert.Throws<InvalidDataException>(() => Unpacked(packed));
    }

    private static string Some(char letter) => new(letter, 150);

    private static string Long(char letter) => new(letter, 70_000);

    private static string Unpacked(byte[] packed)
    {
        using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var text = new StreamReader(gzip);
        return text.ReadToEnd();
    }
}
