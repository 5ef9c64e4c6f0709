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
        Intro = "Tell us how we can help, and where to reach you.",
        Confirmation = ConfirmationMode.Contact,
        ThanksTitle = "Thank you, we have your details",
        ThanksText = "Keep this reference in case you need to contact us.",
        FreeCustomFields = true,
        Steps = OneStep(
            Section("",
                Get("firstName") with { SharesRow = true },
                Get("lastName"),
                Get("email") with { Hint = "We reply to this address.", Placeholder = "name@example.com" },
                Get("phone") with { Hint = "With the country code, like +1 415 555 0123." },
                Get("company") with { SharesRow = true },
                Get("title"),
                Get("notes") with { Label = "How can we help?" }),
            Section("Add more details",
                Get("phone2"),
                Get("linkedInUrl") with { Hint = "Like linkedin.com/in/your-name" },
                Get("companySize") with { SharesRow = true },
                Get("industry"),
                Get("city") with { SharesRow = true },
                Get("state"),
                Get("country"),
                Get("timeZoneId") with { Hint = "Type a city to search." },
                Get("linkedInSalesNavigatorUrl"),
                Get("linkedInRecruiterUrl"),
                Get("accountId")) with
            {
                Collapsed = true,
            }),
    };

    private static FormDefinition EventBooth() => new()
    {
        Title = "Nice to meet you",
        Intro = "Leave your details and we will follow up after the event.",
        SubmitLabel = "Send my details",
        Confirmation = ConfirmationMode.Contact,
        ThanksTitle = "Thank you!",
        ThanksText = "We will be in touch soon.",
        Steps =
        [
            Step("Your details",
                Get("firstName") with { SharesRow = true },
                Get("lastName"),
                Get("email") with { Label = "Work email" },
                Get("company") with { SharesRow = true },
                Get("title"),
                Get("phone")),
            Step("Your interest",
                new()
                {
                    Key = "interest",
                    Kind = FieldKinds.Radio,
                    Label = "How soon do you want to start?",
                    Options = [new("hot", "Now"), new("warm", "In the next few months"), new("cold", "Just looking")],
                },
                new() { Key = "demo", Kind = FieldKinds.YesNo, Label = "Would you like a demo?" },
                Get("linkedInUrl"),
                Get("notes") with { Label = "What did we talk about?" },
                new()
                {
                    Key = "consent",
                    Kind = FieldKinds.Consent,
                    Label = "You may contact me about our conversation.",
                    KeptHere = true,
                },
                new() { Key = "leadSource", Kind = FieldKinds.Hidden, Label = "Lead source", Default = "Event", MaxLength = 200 }),
        ],
    };

    private static FormDefinition LandingPage() => new()
    {
        Title = "Get in touch",
        Intro = "Leave your email address and we will get back to you within one business day.",
        SubmitLabel = "Contact me",
        ThanksTitle = "Thank you, your message has arrived",
        ThanksText = "We will get back to you within one business day.",
        Steps = OneStep(
            Section("",
            [
                Get("firstName") with { SharesRow = true },
                Get("lastName"),
                Get("email") with { Label = "Work email", Required = true },
                Get("company"),
                Get("phone") with { Hint = "Only if you would like a call." },
                new() { Key = "message", Kind = FieldKinds.LongText, Label = "How can we help?", MaxLength = 2000 },
                new()
                {
                    Key = "consent", Kind = FieldKinds.Consent, Label = "Send me news and offers.", KeptHere = true,
                },
                .. Campaign.Select(key => new Field { Key = key, Kind = FieldKinds.Hidden, Label = key, MaxLength = 200 }),
            ])),
    };

    private static IReadOnlyList<FormStep> OneStep(params FormSection[] sections) => [new() { Sections = sections }];

    private static FormStep Step(string title, params IReadOnlyList<Field> fields) => new() { Title = title, Sections = [Section("", fields)] };

    private static FormSection Section(string heading, params IReadOnlyList<Field> fields) =>
        new() { Heading = heading, Fields = fields };
}
