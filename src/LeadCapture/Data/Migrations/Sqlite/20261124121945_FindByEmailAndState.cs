using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LeadCapture.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FindByEmailAndState : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_leads_email",
                table: "leads",
                column: "email");

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_state_lead_id",
                table: "deliveries",
                columns: new[] { "state", "lead_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_leads_email",
                table: "leads");

            migrationBuilder.DropIndex(
                name: "IX_deliveries_state_lead_id",
                table: "deliveries");
        }
    }
}
