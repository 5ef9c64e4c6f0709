using LeadCapture.Forms;
using LeadCapture.Forms.Fields;
using LeadCapture.Localization;
using static LeadCapture.Forms.ContactFields;

namespace LeadCapture.Admin.Forms;

/// What a new form can begin with.
public static class FormTemplates
{
    public static IReadOnlyList<FormTemplate> All { get; } =
    [
        new("contact", Texts.Key("Contact form"), Texts.Key("Everything about a person and their company."), Starter("contact")),
        new("event-booth", Texts.Key("Event booth"), Texts.Key("Quick to fill in on a tablet, with a note for your team."),
            // On a stand, whoever waits in line reads along: the contact is for the staff menu.
            Starter("event-booth") with { Confirmation = ConfirmationMode.Summary }),
        new("landing-page", Texts.Key("Landing page"), Texts.Key("Name, email, company, consent, and the campaign it came from."),
            Starter("landing-page")),
        new("demo", Texts.Key("Demo request"), Texts.Key("Two short steps: who they are, and what they need."), Demo()),
        new("newsletter", Texts.Key("Newsletter"), Texts.Key("An email address and a consent."), Newsletter()),
        new("webinar", Texts.Key("Webinar sign-up"), Texts.Key("Name, email, and a question for the speaker."), Webinar()),
        new("blank", Texts.Key("Blank form"), Texts.Key("One email field. Add the rest yourself."), Blank()),
    ];

    public static FormTemplate? Find(string name) => All.FirstOrDefault(template => template.Name == name);

    private static FormDefinition Starter(string slug) => StarterForms.All.Single(form => form.Slug == slug).Definition;

    private static FormDefinition Demo() => new()
    {
        Title = "Request a demo",
        Intro = "See how it works for your team.",
        SubmitLabel = "Request a demo",
        ThanksTitle = "Thank you",
        ThanksText = "We will write to you within one working day.",
        Steps =
        [
            Step("About you",
                Get("firstName") with { SharesRow = true },
                Get("lastName"),
                Get("email") with { Label = "Work email", Required = true },
                Get("company") with { SharesRow = true },
                Get("companySize")),
            Step("What you need",
                new Field
                {
                    Key = "Interest", Kind = FieldKinds.Radio, Label = "When would you like to start?",
                    Options = [new("now", "As soon as possible"), new("quarter", "In the next few months"), new("later", "I'm just looking")],
                },
                Get("notes") with { Label = "What would you like to see?" },
                Consent("I agree that you may contact me about my request.")),
        ],
    };

    private static FormDefinition Newsletter() => new()
    {
        Title = "Subscribe to our newsletter",
        SubmitLabel = "Subscribe",
        ThanksTitle = "You're on the list",
        Steps = [Step("", Get("email") with { Required = true }, Consent("Send me the newsletter. I can unsubscribe at any time."))],
    };

    private static FormDefinition Webinar() => new()
    {
        Title = "Join the webinar",
        SubmitLabel = "Save my seat",
        ThanksTitle = "Your seat is saved",
        ThanksText = "We will send you the link by email.",
        Steps =
        [
            Step("",
                Get("firstName") with { SharesRow = true },
                Get("lastName"),
                Get("email") with { Required = true },
                Get("company"),
                Get("notes") with { Label = "Do you have a question for the speaker?" }),
        ],
    };

    private static FormDefinition Blank() => new()
    {
        Title = "New form",
        Steps = [Step("", Get("email") with { Required = true })],
    };

    private static Field Consent(string words) => new()
    {
        Key = "Consent",
        Kind = FieldKinds.Consent,
        Label = words,
        Required = true,
        KeptHere = true,
        RequiredMessage = "Check the box so that we may contact you",
    };

    private static FormStep Step(string title, params Field[] fields) => new() { Title = title, Sections = [new() { Fields = fields }] };
}

/// Title and description are texts of FormsText.
public sealed record FormTemplate(string Name, string Title, string Description, FormDefinition Definition);
