using LeadCapture.Forms.Fields;
using static LeadCapture.Forms.ContactFields;

namespace LeadCapture.Forms;

/// The forms of a new installation.
public static class StarterForms
{
    private static readonly string[] Campaign = ["utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content"];

    public static readonly IReadOnlyList<(string Slug, FormDefinition Definition)> All =
    [
        ("contact", Contact()), ("event-booth", EventBooth()), ("landing-page", LandingPage()),
    ];

    private static FormDefinition Contact() => new()
    {
        Title = "Contact us",
        Intro = "Tell us who you are and how we can reach you. An email address or a LinkedIn profile is enough.",
        Confirmation = ConfirmationMode.Contact,
        ThanksTitle = "Thank you, we have your details",
        ThanksText = "Keep the reference, in case you want to ask about it.",
        FreeCustomFields = true,
        Fields =
        [
            Get("firstName") with { Section = "About you", SharesRow = true },
            Get("lastName"),
            Get("email") with { Hint = "We reply to this address.", Placeholder = "name@example.com" },
            Get("phone") with { Hint = "With the country code, like +1 415 555 0123." },
            Get("phone2"),
            Get("linkedInUrl") with { Hint = "Like linkedin.com/in/your-name" },
            Get("title") with { Section = "Your work", SharesRow = true },
            Get("company"),
            Get("companySize") with { SharesRow = true },
            Get("industry"),
            Get("city") with { Section = "Where you are", SharesRow = true },
            Get("state"),
            Get("country"),
            Get("timeZoneId") with { Hint = "Type a city to search." },
            Get("notes") with { Section = "Anything else", Hint = "What are you interested in?" },
            Get("linkedInSalesNavigatorUrl") with { Section = "For our team" },
            Get("linkedInRecruiterUrl"),
            Get("accountId") with { Hint = "The number of the account in Reply.io that this contact belongs to." },
        ],
    };

    private static FormDefinition EventBooth() => new()
    {
        Title = "Nice to meet you",
        Intro = "Leave your details and we will follow up after the event.",
        SubmitLabel = "Send my details",
        Confirmation = ConfirmationMode.Contact,
        ThanksTitle = "Thank you!",
        ThanksText = "We will be in touch soon.",
        Fields =
        [
            Get("firstName") with { SharesRow = true },
            Get("lastName"),
            Get("email") with { Label = "Work email" },
            Get("phone"),
            Get("linkedInUrl"),
            Get("company") with { SharesRow = true },
            Get("title"),
            new()
            {
                Key = "interest", Kind = FieldKinds.Radio, Label = "How soon do you want to start?",
                Options = [new("hot", "Now"), new("warm", "In the next months"), new("cold", "Just looking")],
            },
            new() { Key = "demo", Kind = FieldKinds.YesNo, Label = "Shall we show you a demo?" },
            Get("notes") with { Label = "What did we talk about?" },
            new()
            {
                Key = "consent", Kind = FieldKinds.Consent, Label = "You may contact me about what we talked about.",
                KeptHere = true,
            },
            new() { Key = "leadSource", Kind = FieldKinds.Hidden, Label = "Lead source", Default = "Event", MaxLength = 200 },
        ],
    };

    private static FormDefinition LandingPage() => new()
    {
        Title = "Get in touch",
        Intro = "Leave your email address and we will come back to you within one working day.",
        SubmitLabel = "Contact me",
        ThanksTitle = "Thank you, your message has arrived",
        ThanksText = "We will come back to you within one working day.",
        Fields =
        [
            Get("firstName") with { SharesRow = true },
            Get("lastName"),
            Get("email") with { Label = "Work email", Required = true },
            Get("company"),
            Get("phone") with { Hint = "Only if you would like a call." },
            new() { Key = "message", Kind = FieldKinds.LongText, Label = "How can we help?", MaxLength = 2000 },
            new()
            {
                Key = "consent", Kind = FieldKinds.Consent, Label = "You may also tell me about news and offers.", KeptHere = true,
            },
            .. Campaign.Select(key => new Field { Key = key, Kind = FieldKinds.Hidden, Label = key, MaxLength = 200 }),
        ],
    };
}
