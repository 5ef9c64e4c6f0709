using static LeadCapture.Admin.Leads.Import.ImportText;

namespace LeadCapture.Admin.Leads.Import;

/// A spreadsheet writes a question mark for every letter that its code page does not have.
public static class LostLetters
{
    public static string Sentence =>
        T["This file has lost letters. Cells with lost letters keep their saved values. Save the file as CSV UTF-8 to import them."];

    /// Whether the cell is what was stored, but for such letters.
    public static bool IsLossy(string stored, string cell) =>
        cell.Contains('?', StringComparison.Ordinal) && stored != cell
        && (IsLossy(stored.AsSpan(), cell, unit: 1) || IsLossy(stored.AsSpan(), cell, unit: 2));

    /// A pair of surrogates may have become one mark or two.
    private static bool IsLossy(ReadOnlySpan<char> stored, ReadOnlySpan<char> cell, int unit)
    {
        while (!stored.IsEmpty && !cell.IsEmpty)
        {
            var length = unit == 2 && stored.Length > 1 && char.IsSurrogatePair(stored[0], stored[1]) ? 2 : 1;
            if (stored[0] != cell[0] && !(cell[0] == '?' && !char.IsAscii(stored[0])))
                return false;
            stored = stored[(cell[0] == '?' ? length : 1)..];
            cell = cell[1..];
        }
        return stored.IsEmpty && cell.IsEmpty;
    }
}
