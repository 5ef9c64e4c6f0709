using System.Text;
using LeadCapture.Admin.Leads.Import;
using LeadCapture.Shared;

namespace LeadCapture.Admin.Leads.NewLeads;

/// The text of a file whose code page nobody tells: the one under which its strange bytes look most like the letters of words.
public static class FileLetters
{
    /// Enough to tell code pages apart.
    private const int MostBytes = 20_000;
    private const string Western = "äöüßéèêëàâçîïôûùñáíóúåæøÄÖÜÉ";

    /// The likeliest first, each with the letters that its languages often have.
    private static readonly (string Name, string Often)[] Known =
    [
        ("windows-1252", Western), ("windows-1250", "ąćęłńóśźżáčďéěíňřšťúůýžőűöüä"),
        ("windows-1251", "абвгдежзийклмнопрстуфхцчшщъыьэюяё"), ("macintosh", Western), ("ibm850", Western),
        ("windows-1253", "αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώ"), ("windows-1254", "çğıöşüİ"),
    ];

    private static readonly (Encoding Page, string Often)[] CodePages =
        [.. Known.Select(page => (TextEncoding.Find(page.Name)!, page.Often))];

    public static string Of(byte[] bytes) =>
        FileText.Marked(bytes) ?? CodePages.MaxBy(page => Likeness(Strange(bytes), page)).Page.GetString(bytes);

    /// What is around the bytes that code pages differ in.
    private static byte[] Strange(byte[] bytes)
    {
        List<byte> strange = [];
        for (var place = 0; place < bytes.Length && strange.Count < MostBytes; place++)
            if (bytes[place] >= 128 || (place > 0 && bytes[place - 1] >= 128) || (place + 1 < bytes.Length && bytes[place + 1] >= 128))
                strange.Add(bytes[place]);
            else if (strange.Count > 0 && strange[^1] != (byte)' ')
                strange.Add((byte)' ');
        return [.. strange];
    }

    private static int Likeness(byte[] strange, (Encoding Page, string Often) page)
    {
        var text = page.Page.GetString(strange);
        var likeness = 0;
        for (var place = 0; place < text.Length; place++)
            if (!char.IsAscii(text[place]))
                likeness += Likeness(text, place, page.Often);
        return likeness;
    }

    /// Signs in words, capitals behind small letters, and many accents in a row are signs of the wrong page.
    private static int Likeness(string text, int place, string often)
    {
        var letter = text[place];
        var (before, after) = (place > 0 ? text[place - 1] : ' ', place + 1 < text.Length ? text[place + 1] : ' ');
        if (!char.IsLetter(letter))
            return char.IsLetter(before) || char.IsLetter(after) || char.IsControl(letter) || letter == '\uFFFD' ? -2 : 0;
        if (char.IsUpper(letter) && char.IsLower(before))
            return -2;
        var latin = letter < '\u0370';
        if (latin && (IsStrangeLatin(before) || IsStrangeLatin(after)) || !latin && (char.IsAsciiLetter(before) || char.IsAsciiLetter(after)))
            return -2;
        return often.Contains(letter, StringComparison.Ordinal) ? 2 : 1;
    }

    private static bool IsStrangeLatin(char letter) => char.IsLetter(letter) && letter is >= '\u0080' and < '\u0370';
}
