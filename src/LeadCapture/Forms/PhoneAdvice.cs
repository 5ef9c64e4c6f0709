using PhoneNumbers;

namespace LeadCapture.Forms;

/// A friendly hint about a phone number. People know their own number best, so it never refuses one.
public static class PhoneAdvice
{
    /// Its tables are large: they are read when the first number comes.
    private static readonly Lazy<PhoneNumberUtil> Numbers = new(PhoneNumberUtil.GetInstance);

    public static string? Of(string typed)
    {
        if (typed == "")
            return null;
        try
        {
            return Numbers.Value.IsPossibleNumber(Numbers.Value.Parse(typed, null))
                ? null
                : "This number looks too short or too long. We keep it as you typed it.";
        }
        catch (NumberParseException)
        {
            return "We could not tell the country of this number. With a country code, like +1 415 555 0123, it can be called "
                + "from anywhere.";
        }
    }
}
