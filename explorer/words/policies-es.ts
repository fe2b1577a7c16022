// The catalogue's policies in Spanish: title and how each acts. English words are the catalogue's own.
import type { PolicyId } from "../../src/index.ts";

/** Title and explanation of each policy, in Spanish. */
export const policiesEs: Readonly<Record<PolicyId, readonly [title: string, mechanism: string]>> = {
  "bidding-training": [
    "Capacitación en registro y licitación",
    "Una parte de las empresas aprende a pasar las revisiones de los registros de compradores, que rechazan a quienes tienen una organización débil y los excluyen por años. La puerta que se abre es el registro.",
  ],
  "business-training": [
    "Capacitación empresarial",
    "Los cursos elevan la capacidad organizativa, que los registros exigen y que limita cuánto puede crecer una empresa. Primero se abre el registro; el tamaño llega con los años.",
  ],
  "canon-for-rd": [
    "Canon minero para investigación aplicada",
    "Una parte del canon de las universidades se reserva para proyectos de proveedores con universidades locales o el centro de investigación, y paga la mayor parte de su costo mientras alcance.",
  ],
  "certification-support": [
    "Apoyo a la certificación",
    "Los certificados cuestan menos y tardan menos; un certificado abre una puerta y no es prueba de cumplimiento.",
  ],
  "challenge-portal": [
    "Portal de desafíos",
    "Se dan a conocer más desafíos abiertos a nuevos proveedores, también los que ya existían, para que trabajen en lo que las minas comprarán.",
  ],
  "commercialisation-training": [
    "Capacitación en comercialización",
    "Las empresas capacitadas gestionan mejor sus proyectos y protegen lo que crean, así que conservan más del ahorro. Actúa solo donde hay desafíos que resolver y modos de probar una solución.",
  ],
  council: [
    "Consejo multiactor",
    "Una institución que sobrevive a los gobiernos mantiene vivos los programas y evita duplicar esfuerzos; con la agencia de exportación en la mesa, las que innovan y las certificadas y capaces hallan más a menudo su primer cliente afuera.",
  ],
  "exporter-route": [
    "Ruta Exportadora",
    "La evaluación y los contactos afuera elevan la probabilidad de una primera venta en el exterior. Ayuda a empresas cuya solución adoptó una mina y a las pocas certificadas y capaces sin una; a las demás no les da qué vender.",
  ],
  "foreign-university-rd": [
    "I+D con universidades extranjeras",
    "El Estado paga parte de los proyectos con una universidad extranjera. Tales socios elevan el éxito ahora, a un precio que aleja a las empresas pequeñas; el subsidio permite que empiecen más.",
  ],
  "industry-association": [
    "Asociación gremial",
    "Las referencias de los miembros circulan entre compradores, los consorcios juntan capacidad libre, se comparten contactos y la promoción exportadora es conjunta. El Estado paga su oficina; las empresas se afilian si quieren.",
  ],
  "innovate-peru": [
    "Fondos de Innóvate Perú",
    "Los concursos pagan parte de proyectos que las empresas no podrían financiar, y la posibilidad de ganar hace que valga la pena iniciar otros. La línea de base los tiene en su tamaño actual: esta política los amplía o los termina.",
  ],
  "local-content-rule": [
    "Regla de contenido local",
    "Los compradores prefieren ofertas locales o les reservan lotes. Donde se fiscaliza poco, un postor extranjero puede facturar por medio de un socio local a cambio de una comisión.",
  ],
  "local-university-reform": [
    "Universidades locales aplicadas",
    "Investigadores formados afuera vuelven y orientan las universidades a lo que las minas necesitan: los proyectos con ellas tienen más éxito y cuestan menos. Tarda diez años en rendir del todo.",
  ],
  matchmaking: [
    "Foros de encuentro con proveedores",
    "Las empresas conocen a un comprador y ganan un vínculo, por el que se enteran de licitaciones y reciben algo más de confianza. Los vínculos se apagan si no sigue trabajo.",
  ],
  "mine-access-harmonisation": [
    "Armonización del acceso a minas",
    "Una empresa registrada con un comprador vale como registrada con todos: la revisión se pasa una vez y no comprador por comprador.",
  ],
  "national-strategy": [
    "Estrategia nacional",
    "Los programas de una estrategia acordada a largo plazo sobreviven más a los cambios de gobierno y se duplican menos. No abre puertas: hace durar lo que otros hacen.",
  ],
  "policy-champion": [
    "Ministerio responsable",
    "Un ministerio responde por el sector: los programas se cumplen mejor, se duplican menos y tienen quien los defienda cuando cambia el gobierno. Por sí solo no abre puertas.",
  ],
  "policymaker-training": [
    "Formación de funcionarios",
    "Funcionarios que conocen los instrumentos logran más de lo que un programa se propuso. Actúa sobre todos los demás programas públicos y sobre nada por sí sola.",
  ],
  "rd-centre": [
    "Centro de I+D aplicada",
    "Los proveedores pueden investigar en un centro dedicado solo a la minería, con personal extranjero y local: las etapas tienen éxito más a menudo que con cualquier socio de hoy y cuestan lo que a una empresa sola, mientras haya cupos.",
  ],
  "rd-credit": [
    "Crédito a la I+D: difusión y trámite simple",
    "Abarata la I+D por medio del impuesto, más si se hace en el país que en el extranjero, para empresas que lo conocen, postulan pese al trámite y son aprobadas. Sin utilidad gravable no sirve, salvo que sea reembolsable. Por defecto, esta política lo hace conocido y simple.",
  ],
  scholarships: [
    "Becas en el extranjero",
    "Gente calificada vuelve al cabo de años: las empresas aprenden más rápido y sus proyectos tienen éxito más a menudo.",
  ],
  "standards-compliance": [
    "Cumplimiento de estándares globales",
    "Los cursos acercan a las empresas a los estándares, así que el próximo certificado cuesta menos dinero y tiempo. Se abre la puerta del certificado; lo que las minas creen no cambia.",
  ],
  "startup-grants": [
    "Capital semilla",
    "Los fondos hacen nacer empresas y les dan caja para los primeros años. Les faltan aún historial, registro y certificado: las puertas son las de todos.",
  ],
  "supplier-development-programme": [
    "Programa de desarrollo de proveedores",
    "Minas grandes acogen a empresas capaces, les cuentan sus desafíos y abren la operación a sus pruebas antes de adjudicar. Lo paga el Estado, pues nada obliga ni premia a las minas por tenerlo.",
  ],
  "supplier-portal": [
    "Portal de proveedores",
    "Las minas que se suman publican licitaciones y los proveedores muestran su historial, que así cuenta un poco ante quien no los conoce. Es voluntario: publica menos que una obligación.",
  ],
  "testing-centre": [
    "Centro de pruebas",
    "Los prototipos a los que ninguna mina abre su operación pueden probarse a escala. Una prueba superada es evidencia que todas creen; cambia la confianza, no la habilidad.",
  ],
  "transparency-mandate": [
    "Transparencia obligatoria",
    "Las empresas se enteran de licitaciones sin contactos ni registro, y quienes pierden saben que no se confió en ellas.",
  ],
  "value-added-services": [
    "Apoyo a servicios de valor agregado",
    "El Estado paga parte de lo que los proveedores gastan en mejorar o en añadir un servicio. Más empresas mejoran, sube la habilidad donde se compran servicios y menos son superadas en precio.",
  ],
};
