/** A demonstration agent, as ProConnect would describe one. Every one of them is invented. */
export type AgentDeDemonstration = {
  sub: string
  given_name: string
  usual_name: string
  email: string
  uid: string
  siret: string
  idp_id: string
  /** What the sign-in page says of the agent. */
  service: string
}

export type Departement = { code: string; nom: string; sirets: string[] }

const IDP = '5b9ccbd0-0d52-4e0e-9f5a-2f3c1c6a7d11'

/** SIRET of the two demonstration departments: whoever comes from there acts for the département. */
export const DEPARTEMENTS: readonly Departement[] = [
  { code: '62', nom: 'Pas-de-Calais', sirets: ['22620001200012'] },
  { code: '15', nom: 'Cantal', sirets: ['22150001200015'] },
]

export const AGENTS: readonly AgentDeDemonstration[] = [
  {
    sub: '3d0c9a52-7b1e-4c58-8f43-6a1f0e2b6c01',
    given_name: 'Claire',
    usual_name: 'Dumont',
    email: 'claire.dumont@pas-de-calais.example',
    uid: 'agent-62-0001',
    siret: '22620001200012',
    idp_id: IDP,
    service: 'Département du Pas-de-Calais (62)',
  },
  {
    sub: '8e61f7b4-25ad-4f0c-9c37-d2b84a905e02',
    given_name: 'Paul',
    usual_name: 'Roussel',
    email: 'paul.roussel@cantal.example',
    uid: 'agent-15-0001',
    siret: '22150001200015',
    idp_id: IDP,
    service: 'Département du Cantal (15)',
  },
  {
    sub: 'c47a1be0-91d6-4e2f-a0b8-57e3c6d81f03',
    given_name: 'Nadia',
    usual_name: 'Ferrand',
    email: 'nadia.ferrand@sans-departement.example',
    uid: 'agent-xx-0001',
    siret: '99999999900001',
    idp_id: IDP,
    service: 'Agent sans département : son organisme n’est pas connu, l’accès lui est refusé',
  },
  {
    sub: 'a15e2d70-48c3-4b9f-8d16-92f0b7c3e104',
    given_name: 'Karim',
    usual_name: 'Lefebvre',
    email: 'karim.lefebvre@pas-de-calais.example',
    uid: 'redacteur-62-0001',
    siret: '22620001200012',
    idp_id: IDP,
    service: 'Département du Pas-de-Calais (62), rédacteur : il enregistre, il ne transmet pas',
  },
  {
    sub: 'f27b94c1-0e6d-4a85-b3f2-5c81d9a6e205',
    given_name: 'Inès',
    usual_name: 'Caron',
    email: 'ines.caron@etat.example',
    uid: 'lecteur-etat-0001',
    siret: '11000001500013',
    idp_id: IDP,
    service: 'Services de l’État, lectrice : elle suit le Pas-de-Calais et le Cantal, sans rien écrire',
  },
  {
    sub: '6b83e1f9-d754-4c20-9a6e-04d7f1b2c306',
    given_name: 'Sophie',
    usual_name: 'Marchal',
    email: 'sophie.marchal@etat.example',
    uid: 'administrateur-0001',
    siret: '11000001500013',
    idp_id: IDP,
    service: 'Administratrice du service : elle ne voit les versions d’aucun département',
  },
]

/** What the identity provider does not say: who may do what. */
export const ROLES_DE_DEMONSTRATION = [
  { qui: 'claire.dumont@pas-de-calais.example', roles: ['valideur'] },
  { qui: 'paul.roussel@cantal.example', roles: ['valideur'] },
  { qui: 'karim.lefebvre@pas-de-calais.example', roles: ['redacteur'] },
  { qui: 'ines.caron@etat.example', roles: ['lecteur'], departements: ['62', '15'] },
  { qui: 'sophie.marchal@etat.example', roles: ['administrateur'], departements: ['62', '15'] },
]
