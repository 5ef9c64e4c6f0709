using FluentValidation;
using LeadCapture.Forms.Fields;
using static LeadCapture.Admin.Devices.DeviceText;

namespace LeadCapture.Admin.Devices;

/// To whom a test lead belongs: it becomes a contact in Reply.io.
public sealed class TestLeadForm
{
    public string Email { get; init; } = "";

    public sealed class Rules : AbstractValidator<TestLeadForm>
    {
        public Rules() =>
            RuleFor(form => form.Email).Must(EmailSpelling.IsAddress).WithMessage(_ => T["Enter an email address like name@example.com"]);
    }
}
