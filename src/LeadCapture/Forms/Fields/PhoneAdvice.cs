using PhoneNumbers;
using static LeadCapture.Forms.FormText;

namespace LeadCapture.Forms.Fields;

/// A friendly hint about a phone number. People know their own number best, so it never refuses one.
public static class PhoneAdvice
{
    /// Its tables are large: they are read when the first number comes.
    private static readonly Lazy<PhoneNumberUtil> Numbers = new(PhoneNumberUtil.GetInstance);

    public static bool IsCountryCode(int code) => code > 0 && Numbers.Value.GetRegionCodeForCountryCode(code) is not ("ZZ" or "001");

    /// A number as it is dialled in that country, as it is dialled from anywhere. What has a code, or is no number there, stays.
    public static string WithCountryCode(string typed, int code)
    {
        if (typed.Contains('+', StringComparison.Ordinal) || typed.Any(char.IsLetter))
            return typed;
        try
        {
            var number = Numbers.Value.Parse(typed, Numbers.Value.GetRegionCodeForCountryCode(code));
            return Numbers.Value.IsPossibleNumber(number) ? Numbers.Value.Format(number, PhoneNumberFormat.E164) : typed;
        }
        catch (NumberParseException)
        {
            return typed;
        }
    }

    public static string? Of(string typed)
    {
        if (typed == "")
            return null;
        try
        {
            return Numbers.Value.IsPossibleNumber(Numbers.Value.Parse(typed, null))
                ? null
                : T["This number looks too short or too long."].Value;
        }
        catch (NumberParseException)
        {
            return T["Add a country code, like +1 415 555 0123."];
        }
    }
}
