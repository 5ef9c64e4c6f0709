using Guesser = Zxcvbn.Zxcvbn;

namespace LeadCapture.Admin.Users;

/// How long somebody who knows what people choose would have to guess, by zxcvbn.
public static class PasswordStrength
{
    /// Of 0 to 4; 3 withstands guesses at our door, and for a while those at a stolen hash.
    private const int Enough = 3;

    /// What comes after makes it better, never worse, and longer to look at.
    private const int Looked = 100;

    private static readonly char[] Parts = [' ', '@', '.', '-', '_', '+'];

    /// About: names and addresses, whose parts are the first guesses.
    public static bool IsEnough(string password, IEnumerable<string> about)
    {
        string[] known =
        [
            "leadcapture", "replyio",
            .. about.SelectMany(text => text.Split(Parts).Append(text)).Where(part => part != "")
                .Select(part => part.ToLowerInvariant()),
        ];
        return new Guesser().EvaluatePassword(password[..Math.Min(password.Length, Looked)], known).Score >= Enough;
    }
}
