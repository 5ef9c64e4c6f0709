using System.Text.Json;
using LeadCapture.Forms;

namespace LeadCapture.Leads.Search;

/// What a lead is found by: name, company, email addresses, and phone numbers, as they were typed and by their digits alone. Nothing else.
public static class SearchEntry
{
    public static string Of(string answersJson)
    {
        try
        {
            return Of(SubmittedAnswers.Parse(answersJson));
        }
        catch (JsonException)
        {
            // Found by its address and its reference, which need no answers.
            return "";
        }
    }

    public static string Of(SubmittedAnswers answers)
    {
        var (phone, other) = (Answer("phone"), Answer("phone2"));
        var name = $"{Answer("firstName")} {Answer("lastName")}".Trim();
        string[] lines = [name, Answer("company"), Answer("email"), phone, Digits(phone), other, Digits(other)];
        return FoldedText.Of(string.Join('\n', lines.Where(line => line != "").Distinct()));

        string Answer(string property) => answers.Properties.GetValueOrDefault(property, "");
    }

    public static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}
